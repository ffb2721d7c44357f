/**
 * Given names that one person goes by: short and pet forms, spellings, and forms of the same name in other languages.
 * Semicolons divide the names; the root stands first. A form may be of several names (`pat`, `alex`). Folded as by `fold`.
 */
const NAMES = `
aaron ron ronnie aron aharon; abigail abby abbie abi gail; abraham abe ibrahim avraham bram; adam addy adamo;
adelaide addie adela adele adelheid heidi; adrian adriano hadrian; agnes aggie agnieszka ines;
alan al allan allen alain alun; albert al bert bertie alberto albrecht;
alexander alex al sandy xander sasha sascha aleksandr alejandro alessandro alexandre alexandr alec alistair alasdair aleksander oleksandr;
alexandra alex sandra sandy sasha lexi alessandra alejandra alexa aleksandra alix; alfred al fred alf alfie alfredo;
alice ali allie alicia alyssa alison alisha; amanda mandy manda; amelia amy mia emily amalia millie amelie;
amy aimee ami; andrew andy drew andreas andre andres andrea andrei andrey andrzej andries anders;
andrea andy andreia andree andrina; angela angie angelina angelika angelica;
ann anne anna annie anny hannah hanna nancy ana anita anya anja anneke annika ania; annabel bella anna belle anabel;
anastasia nastassia nastasia stacy stacey nastya anastassia anastasiya tasia;
anthony tony ant anton antonio antoine antony toni; antonia toni tonia antoinette antonie; archibald archie;
arnold arnie arno arnaud; arthur art artie arturo artur; audrey audie; augustus gus august augustin agustin;
barbara barb barbie babs barbra bobbie babette; bartholomew bart bartek bartolome;
beatrice bea trixie beatrix beatriz bee; benedict ben benny benedikt benito;
benjamin ben benny benji benjamim binyamin; bernard bernie bernhard barney bernardo bernd; bernadette bernie detta;
bethany beth; bradley brad; brandon brand; brenda bren; brian bryan bryant brien;
bridget biddy bridie brigitte birgit brigid; bruce brucie; caleb cal kaleb; calvin cal; cameron cam kameron;
camille cami camilla kamilla millie; carl karl carlos carlo charles karel; carol carole carolyn caroline carrie karol;
caroline carol carrie lina karoline carolin carolina carolyn karolina; casey kasey kacey cassie;
caspar jasper kaspar casper gaspar; cassandra cass cassie sandra sandy;
catherine cathy kathy kate katie cat katherine kathryn katharina katarina catalina catherina kathleen kit kitty katrin katja kat kay trina cathryn ekaterina katya yekaterina catarina caterina karin karen kathrin;
cecilia cecily cissy celia cecile caecilia; charles charlie chuck chas chaz carlos carl karl charley carlo;
charlotte charlie lottie lotte carlotta char; chester chet; christian chris christiaan cristian kristian kit;
christine chris christina chrissy tina kristina christa kristin kirsten kristen christiane cristina christel kirstin kris krista krystyna;
christopher chris kit topher christoph kristopher christophe cristobal kris christoffer christof;
claire clare clara klara chiara; claude claudius claudio; claudia claudie claudine; clifford cliff; clinton clint;
constance connie constanze konstanze; constantine kostas konstantin constantin dinos;
cornelius neil con cornel corneel; courtney court kourtney; craig craige; crystal chris cristal krystal;
curtis curt kurt; cynthia cindy cyndi; daniel dan danny daniele dani daan danyal danial;
danielle dani daniella daniela dannie; darren daz darrin darryl; david dave davy davey davide dawid daud davi dafydd;
deborah deb debbie debby debra; dennis denny denis dionisio; denise dennie denyse; derek derrick dirk dietrich derick;
diana di diane dianne dyana; dominic dom nick dominik domenico dominique domingo; donald don donnie donny;
donna donnie; dorothy dot dottie dolly dora dorothea dorothee dory; douglas doug dougie; duncan dunc; dustin dusty;
dylan dill; edgar ed eddie; edith edie edita; edmund ed eddie ned ted edmond edmondo;
edward ed eddie eddy ned ted teddy eduardo edouard eduard edvard; edwin ed eddie win; eileen aileen helen;
elaine lainie helen elena; eleanor ellie nell nellie nora ella elinor lenore eleonora eleonore leonora norah;
elias eli ilias elijah; elijah eli elias ilya;
elizabeth liz lizzie beth betty eliza elsie lisa lizzy bess bessie elisabeth elisabetta isabel libby elise betsy ilse lise lisbeth elzbieta lilibeth bettina else ellie elsa elisa;
ellen helen ellie nell nellie elena; emily em emmy emilia emma emilie millie; emma em emmy emmie;
emmanuel manny manuel emanuel manolo immanuel; eric rick erik rikki erich erick; ernest ernie ernst ernesto;
esther essie hester ester; ethan eth; eugene gene eugen eugenio evgeny; eva eve evie evita ewa;
evelyn eve evie evelin eveline; ezekiel zeke; felicity flick fliss felicia; ferdinand fernando ferdi fernand hernando;
florence flo flossie florrie florentina;
frances fran frankie fanny francesca franziska francisca francoise franny cissy frannie;
francis frank fran francisco francesco franz francois frankie paco pancho franciszek; franklin frank frankie;
frank frankie franc franck;
frederick fred freddie freddy rick fritz federico friedrich frederic fredrick frederik fryderyk;
frederica freda freddie friederike frieda frederike; gabriel gabe gabi gab gavriel;
gabrielle gabby gaby gabriella gabriela gabriele; gary gaz garry gareth; gareth gary gaz garth;
geoffrey geoff jeff jeffrey godfrey gottfried jeffery;
george georgie jorge georg jurgen giorgio georges joerg jerzy yuri juri juergen georgios;
georgina georgie georgia gina georgette; gerald gerry jerry gerard geraldo gerhard gerd jerald gert;
gerhard gerd gert gerard gerardo; geraldine gerry geri; gertrude gert trudy gertie gertrud; gilbert gil bert gilberto;
giovanni gianni john; gloria glory; gordon gord gordie; grace gracie gracia; graham graeme grahame;
gregory greg gregor gregorio gregg gregoire grzegorz grigory; guenter guenther gunter gunther gunnar;
gwendolyn gwen wendy gwendoline; hannah anna ann hanna nan johanna; harold harry hal harald;
harriet hattie harry henriette; harrison harry; harvey harv; heather hettie; heinrich heinz henry heiner hinrich;
helen ellen nell helena lena elena helene elaine nellie ellie eleni alyona;
henry harry hank hal henri heinrich enrique enrico hendrik henrik henryk heinz; henrietta hettie etta henriette;
herbert bert herb herbie heribert; herman hermann armand armando; holly hollie; howard howie;
hubert hugh bert hubertus; hugh hughie hugo huw; hugo hugh; ian iain john; ignatius iggy ignacio ignaz inigo;
irene rene irina rena; isaac ike zac yitzhak izaak isak;
isabel isabella bella izzy belle isobel isabelle ysabel bel isabell izabella; isaiah zay isaias; ivan john vanya juan;
jack john jackie jacques jackson; jackson jack;
jacob jake jakob jacques james jacobo giacomo jakub yakov jacopo yaqub jaap; jacqueline jackie jacqui jacky jaqueline;
james jim jimmy jamie jem jaime diego jacobo giacomo jimmie seamus hamish;
jane janie jenny jean jayne janet joan giovanna juana; janet jan jane jeanette jannet; janice jan janis;
jason jay jayson; jean jeanne jeannie joan jane; jean john jan jeannot; jeffrey jeff geoff jeffery geoffrey;
jennifer jen jenny jenni jenn jennie guinevere; jeremy jerry jem jeremiah jeremias jez;
jerome jerry hieronymus jeronimo girolamo; jessica jess jessie jessy; jill gill gillian jillian;
gillian gill jill jilly; joachim jochen achim joaquin jochem; joan joanie jo joanna jeanne;
joanne jo joanna johanna joan jojo jo-ann joann; jodie jody jo; joel jo;
johannes hans john johann jan hannes jens juan;
john johnny jack jon ian sean shaun shawn juan jan johann johannes hans giovanni jean ivan joao johnnie evan jens yahya janos ioannis;
jonathan jon jonny john nathan johnathan jonathon; jordan jordy jordyn;
joseph joe joey jose josef giuseppe jo pepe beppe joop yusuf yousef josip jozef sepp yosef;
josephine jo josie fina josefine josefina giuseppina josefa; joshua josh josue yeshua; joyce joy; juan john;
judith judy jude judi jutta; julia julie jules giulia juliana juliet yulia; julian jules julio julius giuliano julien;
june juno junie; justin just justus; karen kari caren karin; karin karen carin;
kaylee kayleigh kaylie keeley kaleigh keely; keith keefe; kelly kel kelley kellie; kenneth ken kenny kent;
kevin kev kevyn; kimberly kim kimberley kimmy kym; kristen kristin kirsten christine kirstin;
lachlan lachie lochlan lachy; larry laurence lawrence; laura laurie lori laurel laure lauren loretta lora;
lauren laurie lauryn laura loren; lawrence larry laurence lorenzo laurent lars lorenz laurie lorne; leah lea lia;
lea lee leigh leah; leigh lee; leonard leo len lenny leon leonardo leonhard lennart; leo leon leonardo lev;
leslie les lesley; lewis lou louis lew louie; lillian lily lil lilly liliana lilian; linda lindy lynn lin lynda;
lindsay lindsey linds linsey; lisa liz elizabeth liza; louis lou louie luis lewis ludwig luigi luiz lajos;
louise lou lulu luise luisa louisa; lucas luke luca lukas lucca luc lukasz; lucy lucia lucie lucille lou luz lucinda;
ludwig lutz louis; luke lucas luc lukas; lydia lyd lidia; lynn lyn lynne linda; mackenzie kenzie mckenzie;
madeline maddie maddy madeleine madelyn magdalena madison; madison maddie maddy; magdalena magda lena madeleine maggie;
malcolm mal malc; manfred fred manni; marcus mark marc marco markus marcos marek;
margaret maggie meg peggy marge greta rita margarita margarete madge marguerite margie margot marjorie daisy peggie margarethe margareta grete gretel margery peg malgorzata;
maria mary marie mia marija mariya ria mitzi; marianne mary anne marian mariana mariane maryann;
marilyn mary lyn marylin; marie mary maria; marion marian marianne mary; marjorie marge margie marjory;
mark marc marcus marko markus marco marek; marsha marcia marcie; martha marty mattie marta patty;
martin marty martijn martino marcin marten; martina marty tina martine;
mary molly polly marie maria mae miriam mia moira maureen may mamie maryam;
mathilda tilly tilda matilda mathilde mattie;
matthew matt matty mathew matthias mateo matteo mathias matthieu mats mathieu matthaeus mateusz mattias;
maurice morris mo moritz mauricio maurizio moris; maureen mo maura;
maximilian max maxi maximilien massimiliano maksymilian; maxine max; maxwell max; megan meg meghan meagan;
melanie mel melly; melissa mel missy lissa; mercedes mercy sadie;
michael mike mick mickey micky michel miguel michele mikhail mikael micheal mitch michal micah mikey miguelito mischa;
michaela mickey kayla mikaela makayla; michelle shelly michele shell micheline chelle; mildred millie milly;
miranda randy mandy; miriam mary mimi maryam mirjam; mitchell mitch mitchel;
mohammed muhammad mohamed mohammad muhammed mohd mhd md mo muhamed mehmet mohamad muhamad; monica mona monique monika;
morgan morgane; nancy nan ann; natalie nat nattie natalia nathalie natalya natasha; natasha tasha natalia nat;
nathan nate nat nathaniel; nathaniel nate nat nathan nathanael;
nicholas nick nicky nicolas nikolaus nico nikolai klaus claus nicola niklas nikolas mikolaj nils colin nicolai niccolo;
nicole nicky nikki nicola nic nicolette; nicola nicky nikki nicole; noah noe; nora norah eleanor honora; norman norm;
oliver ollie olly olivier oliviero; olivia liv livvy ollie livia; oscar oskar ossie; otto otis; owen eoin ewan;
pamela pam pammy; patricia pat patty trish tricia patsy patti trisha patrizia;
patrick pat paddy patricio patrice pats patrik padraig patrizio; paul pablo paolo pavel paulo paulus paulie pawel pau;
paula paulina pauline polly paola; penelope penny pen nelly; percival percy;
peter pete pedro pietro pierre piotr petr pieter petrus piet per peder pyotr;
philip phil phillip pip philipp felipe philippe filippo flip filip; philippa pippa pip; phyllis phyl;
priscilla cilla prissy; rachel rae rachael raquel rach rahel shelly; ralph raf rolf ralf raoul raul;
raphael rafael rafe raf rafa raffaele rafal; raymond ray raimund ramon raimundo;
rebecca becky becca bec reba rebekka rebekah; reginald reg reggie rex reinhold; reinhard reiner rainer;
renate rena renata renee; rene renato renatus;
richard rick dick rich richie ricky ricardo riccardo ritchie rik dickie ryszard;
robert bob rob bobby robbie bert roberto rupert robb robin rab ruprecht bobbie; roberta bobbie robbie berta;
robin rob robyn; roderick rod roddy rory rodrigo; rodney rod; roger rodge rutger ruediger rogelio ruggero;
roland rolly rolando roly; ronald ron ronnie ronny ronaldo; rosemary rose rosie romy rosemarie;
rose rosie rosa rosalie rosalind rosita; roxanne roxy; roy royce; rudolf rudi rudy rolf rodolfo rodolphe rudolph;
russell russ rusty; ruth ruthie; ryan ry; samantha sam sammy sammie; samuel sam sammy samuele sami;
sandra sandy sandie alexandra cassandra sondra; sara sarah sally sadie sahra zara; scott scotty; sean shaun shawn john;
sebastian seb bastian bas sebastien sebastiano; serena rena; sergei sergio sergey serge sergius serhii; shannon shan;
sharon shaz sharron; sheila shelagh celia; shirley shirl; sidney sid sydney; simon si simeon szymon simone;
siegfried sigi sigfrid; sophia sophie sofia zofia sofie sophy sonja sonya; spencer spence;
stanley stan stanislaus stanislaw; stella estelle estella;
stephanie steph stephany stefanie steffi stefania stephania stephie;
stephen steve stevie steven stefan stephan esteban stefano etienne steffen stepan szczepan istvan; stuart stu stewart;
susan sue suzie susie suzanne susanna sanna susann susanne zuzana suzy suzanna; sylvia silvia sylvie silke;
tabitha tabby; talia natalia; tanya tania tatiana; tatiana tanya tania tatjana; tamara tammy tam mara;
terence terry terrance terrence; teresa terry tess tessa theresa therese tracy resi tere theresia;
thaddeus thad tad tadeusz; theodore ted teddy theo theodor teodoro fyodor feodor;
thomas tom tommy thom tomas tommaso tomasz thommy; tiffany tiff; timothy tim timmy timo timothee timoteo;
tobias toby tobi; tracy trace tracey teresa; trevor trev; tyler ty; ulrich uli ulli ulrik;
ursula uschi ulla orsola ursel; valentine val valentin valentino; valerie val vallie valeria valery; vanessa nessa;
veronica ronnie roni vera veronika veronique; victor vic viktor vittorio;
victoria vicky tori vic vicki viktoria vikki tory vittoria queenie;
vincent vince vinny vin vincenzo vicente vinzenz vinnie; violet vi viola violetta; virginia ginny ginger virginie;
vivian viv vivien viviane vivienne; vladimir vlad wladimir volodya volodymyr; walter walt wally gualtiero wat walther;
wendy gwendolyn wendi; wilfred wilf fred wilfried wilfrid; wilhelm willi willy helmut wim wilm william;
wilhelmina mina willa minnie billie wilma;
william bill billy will willy liam guillermo guillaume wilhelm wil guglielmo willem willie vilhelm;
winifred winnie freda win; winston win winnie; wolfgang wolf wolfi; xavier javier xaver xavi saverio;
yvonne von evonne ivonne; zachary zach zac zack zak zachariah zacharias zachery; zoe zoey zoie
`;

const ROOTS: ReadonlyMap<string, readonly string[]> = rootsByForm();

function rootsByForm(): Map<string, readonly string[]> {
  const roots = new Map<string, readonly string[]>();
  for (const line of NAMES.split(';')) {
    const forms = line.trim().split(/\s+/);
    const root = forms[0] ?? '';
    for (const form of new Set(forms)) roots.set(form, [...(roots.get(form) ?? []), root]);
  }
  return roots;
}

/** The names that a folded given name may be a form of, in a fixed order: `[robert]` for `bob`; itself where none is known. */
export function nicknameRoots(givenName: string): readonly string[] {
  return ROOTS.get(givenName) ?? [givenName];
}

/** True of a folded name that is known as a given name. */
export function isKnownGivenName(givenName: string): boolean {
  return ROOTS.has(givenName);
}
