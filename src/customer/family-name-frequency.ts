import type { FrequencyTable } from '../matching/model.js';
import { frequencyTable } from './frequency-table.js';

/**
 * About how often family names occur, in bands, from general knowledge of countries of English, German, Spanish, French,
 * Italian, Chinese, Vietnamese, Korean and South Asian naming. A trained model brings its own table.
 */
export const familyNameFrequency: FrequencyTable = frequencyTable(0.0001, [
  [0.008, 'smith'],
  [0.005, 'johnson williams brown jones mueller muller garcia wang li zhang khan nguyen'],
  [
    0.0025,
    `miller davis wilson taylor martin thomas anderson white lee harris clark lewis robinson walker young king
    rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez fernandez gomez diaz
    schmidt schneider fischer weber meyer wagner becker schulz hoffmann singh patel kumar ali ahmed chen liu yang kim park`,
  ],
  [
    0.001,
    `jackson thompson moore allen scott green baker adams nelson hill campbell mitchell roberts carter phillips evans
    turner parker collins edwards stewart morris murphy cook rogers morgan cooper peterson reed bailey bell kelly howard
    ward cox richardson wood watson brooks bennett gray james hughes price myers long foster sanders ross powell
    sullivan russell perry butler barnes fisher wright hall davies griffiths shaw webb simpson marshall mason ellis
    graham chapman palmer knight khan hussain begum ryan obrien walsh kennedy mcdonald hamilton
    flores rivera torres gutierrez ortiz morales cruz reyes ramos ruiz alvarez jimenez moreno romero vargas castillo
    koch bauer richter klein wolf schroeder schroder neumann schwarz zimmermann braun krueger hofmann hartmann lange
    schmitt werner krause meier lehmann schmid schulze maier koehler herrmann walter koenig mayer huber kaiser fuchs
    bernard dubois durand leroy moreau simon laurent lefebvre michel rossi russo ferrari esposito bianchi romano
    silva santos oliveira souza pereira costa ferreira chan wong tan lim huang zhao wu zhou xu sun ma zhu hu tran le pham
    choi jung kang sharma gupta shah das begum ivanov petrov jansen devries bakker visser johansson andersson karlsson
    nilsson hansen olsen larsen nielsen jensen pedersen`,
  ],
  [
    0.0004,
    `henderson coleman jenkins patterson hughes flowers washington simmons foster gonzales bryant alexander griffin hayes
    ford gibson woods cole west jordan owens reynolds fox warren mills nichols freeman tucker porter hunter
    hicks crawford henry boyd kennedy dixon hunt gordon burns holmes rice robertson black daniels grant rose stone hawkins
    dunn perkins hudson spencer gardner stephens payne pierce berry matthews arnold ferguson elliott andrews
    lawrence carroll duncan snyder hart cunningham bradley lane harper lawson lynch barker saunders carr
    lloyd murray wells pearce lawrence clarke harrison jenkins reid fletcher rowe dean dawson gibbs burton bishop
    franke vogel stein winkler jaeger berger haas beck lorenz baumann franz kuhn pohl engel horn busch sauer arnold
    winter seidel brandt haase schreiber graf dietrich ziegler kraus schumacher scholz peters moeller
    delgado castro ortega rubio molina navarro dominguez gil vazquez serrano blanco suarez
    girard roux vincent fournier morel andre mercier dupont lambert bonnet colombo ricci marino greco conti deluca`,
  ],
]);
