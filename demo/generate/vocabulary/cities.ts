/** A city with its region, the pattern of its postal codes and of its land lines (`#` is a digit, `@` a letter). */
export interface City {
  readonly name: string;
  readonly region: string;
  readonly postalCode: string;
  readonly landLine: string;
}

/** The cities of each country, most populous first. */
export const cities = {
  unitedStates: table(`
    New York|NY|100##|212#######; Los Angeles|CA|900##|213#######; Chicago|IL|606##|312#######;
    Houston|TX|770##|713#######; Phoenix|AZ|850##|602#######; Philadelphia|PA|191##|215#######;
    San Antonio|TX|782##|210#######; San Diego|CA|921##|619#######; Dallas|TX|752##|214#######;
    Austin|TX|787##|512#######; Jacksonville|FL|322##|904#######; San Jose|CA|951##|408#######;
    Columbus|OH|432##|614#######; Charlotte|NC|282##|704#######; Indianapolis|IN|462##|317#######;
    Seattle|WA|981##|206#######; Denver|CO|802##|303#######; Boston|MA|021##|617#######;
    Nashville|TN|372##|615#######; Portland|OR|972##|503#######; Las Vegas|NV|891##|702#######;
    Detroit|MI|482##|313#######; Memphis|TN|381##|901#######; Baltimore|MD|212##|410#######;
    Milwaukee|WI|532##|414#######; Albuquerque|NM|871##|505#######; Tucson|AZ|857##|520#######;
    Sacramento|CA|958##|916#######; Kansas City|MO|641##|816#######; Atlanta|GA|303##|404#######;
    Omaha|NE|681##|402#######; Raleigh|NC|276##|919#######; Miami|FL|331##|305#######;
    Minneapolis|MN|554##|612#######; Tampa|FL|336##|813#######; New Orleans|LA|701##|504#######;
    Cleveland|OH|441##|216#######; Springfield|IL|627##|217#######; Springfield|MA|011##|413#######;
    Salt Lake City|UT|841##|801#######; Richmond|VA|232##|804#######; Boise|ID|837##|208#######;
    Des Moines|IA|503##|515#######; Burlington|VT|054##|802#######; Madison|WI|537##|608#######`),
  unitedKingdom: table(`
    London|Greater London|SE## #@@|207#######; Birmingham|West Midlands|B## #@@|121#######;
    Manchester|Greater Manchester|M## #@@|161#######; Glasgow|Scotland|G## #@@|141#######;
    London|Greater London|N## #@@|208#######; Leeds|West Yorkshire|LS## #@@|113#######;
    Liverpool|Merseyside|L## #@@|151#######; Sheffield|South Yorkshire|S## #@@|114#######;
    Edinburgh|Scotland|EH## #@@|131#######; Bristol|Bristol|BS## #@@|117#######;
    Leicester|Leicestershire|LE# #@@|116#######; Cardiff|Wales|CF## #@@|2920######;
    Nottingham|Nottinghamshire|NG## #@@|115#######; Newcastle upon Tyne|Tyne and Wear|NE# #@@|191#######;
    Brighton|East Sussex|BN# #@@|1273######; Southampton|Hampshire|SO## #@@|2380######;
    Plymouth|Devon|PL# #@@|1752######; Reading|Berkshire|RG# #@@|118#######; York|North Yorkshire|YO## #@@|1904######;
    Cambridge|Cambridgeshire|CB# #@@|1223######; Oxford|Oxfordshire|OX# #@@|1865######;
    Norwich|Norfolk|NR# #@@|1603######; Aberdeen|Scotland|AB## #@@|1224######; Exeter|Devon|EX# #@@|1392######;
    Bath|Somerset|BA# #@@|1225######; Swansea|Wales|SA# #@@|1792######`),
  germany: table(`
    Berlin|Berlin|10###|30#######; Hamburg|Hamburg|20###|40#######; München|Bayern|80###|89#######;
    Köln|Nordrhein-Westfalen|50###|221######; Frankfurt am Main|Hessen|60###|69#######;
    Stuttgart|Baden-Württemberg|70###|711######; Düsseldorf|Nordrhein-Westfalen|40###|211######;
    Leipzig|Sachsen|04###|341######; Dortmund|Nordrhein-Westfalen|44###|231######;
    Essen|Nordrhein-Westfalen|45###|201######; Bremen|Bremen|28###|421######; Dresden|Sachsen|01###|351######;
    Hannover|Niedersachsen|30###|511######; Nürnberg|Bayern|90###|911######; Bochum|Nordrhein-Westfalen|44###|234######;
    Bonn|Nordrhein-Westfalen|53###|228######; Münster|Nordrhein-Westfalen|48###|251######;
    Karlsruhe|Baden-Württemberg|76###|721######; Mannheim|Baden-Württemberg|68###|621######;
    Augsburg|Bayern|86###|821######; Wiesbaden|Hessen|65###|611######; Kiel|Schleswig-Holstein|24###|431######;
    Freiburg im Breisgau|Baden-Württemberg|79###|761######; Mainz|Rheinland-Pfalz|55###|6131######;
    Rostock|Mecklenburg-Vorpommern|18###|381######; Göttingen|Niedersachsen|37###|551######`),
  france: table(`
    Paris|Île-de-France|750##|14#######; Marseille|Provence-Alpes-Côte d'Azur|130##|491######;
    Lyon|Auvergne-Rhône-Alpes|690##|478######; Toulouse|Occitanie|310##|561######;
    Nice|Provence-Alpes-Côte d'Azur|060##|493######; Nantes|Pays de la Loire|440##|240######;
    Montpellier|Occitanie|340##|467######; Strasbourg|Grand Est|670##|388######;
    Bordeaux|Nouvelle-Aquitaine|330##|556######; Lille|Hauts-de-France|590##|320######;
    Rennes|Bretagne|350##|299######; Reims|Grand Est|510##|326######; Toulon|Provence-Alpes-Côte d'Azur|830##|494######;
    Saint-Étienne|Auvergne-Rhône-Alpes|420##|477######; Grenoble|Auvergne-Rhône-Alpes|380##|476######;
    Dijon|Bourgogne-Franche-Comté|210##|380######; Angers|Pays de la Loire|490##|241######;
    Brest|Bretagne|292##|298######; Limoges|Nouvelle-Aquitaine|870##|555######; Tours|Centre-Val de Loire|370##|247######`),
  spain: table(`
    Madrid|Madrid|280##|91#######; Barcelona|Cataluña|080##|93#######; Valencia|Comunidad Valenciana|460##|96#######;
    Sevilla|Andalucía|410##|95#######; Zaragoza|Aragón|500##|976######; Málaga|Andalucía|290##|952######;
    Murcia|Región de Murcia|300##|968######; Palma|Illes Balears|070##|971######; Bilbao|País Vasco|480##|94#######;
    Alicante|Comunidad Valenciana|030##|965######; Córdoba|Andalucía|140##|957######;
    Valladolid|Castilla y León|470##|983######; Vigo|Galicia|362##|986######; Gijón|Asturias|332##|985######;
    Granada|Andalucía|180##|958######; Salamanca|Castilla y León|370##|923######`),
  australia: table(`
    Sydney|NSW|20##|29#######; Melbourne|VIC|30##|39#######; Brisbane|QLD|40##|73#######; Perth|WA|60##|89#######;
    Adelaide|SA|50##|88#######; Gold Coast|QLD|42##|75#######; Newcastle|NSW|23##|24#######;
    Canberra|ACT|26##|26#######; Wollongong|NSW|25##|24#######; Geelong|VIC|32##|35#######; Hobart|TAS|70##|36#######;
    Townsville|QLD|48##|74#######; Cairns|QLD|48##|74#######; Darwin|NT|08##|88#######; Ballarat|VIC|33##|35#######;
    Bendigo|VIC|35##|35#######; Launceston|TAS|72##|36#######; Toowoomba|QLD|43##|74#######`),
} satisfies Record<string, readonly City[]>;

function table(text: string): readonly City[] {
  return text.split(';').map((line) => {
    const [name = '', region = '', postalCode = '', landLine = ''] = line.trim().split('|');
    return { name, region, postalCode, landLine };
  });
}
