import { type Random, Weighted } from '../random.js';
import { words } from './words.js';

const trees = `Oak, Maple, Cedar, Pine, Elm, Walnut, Chestnut, Willow, Birch, Spruce, Ash, Cherry, Hickory, Magnolia, Holly,
  Juniper, Poplar, Laurel, Sycamore, Dogwood, Hawthorn, Rowan, Beech, Hazel`;
const english = Weighted.zipf(
  words(`Park, Main, Church, Mill, Lake, Hill, Spring, Ridge, River, Sunset, Washington, Highland, Forest, Jackson,
    Meadow, Lincoln, Franklin, Jefferson, Center, Prospect, Garden, Grove, Valley, Orchard, College, School, Union,
    Summit, Victoria, Station, King, Queen, Albert, George, York, Windsor, Market, Bridge, Castle, Abbey, Manor, Priory,
    Vicarage, Kingsway, Clarence, Wellington, Nelson, Brunswick, Harbour, Canal, Railway, Farm, Field, Stone, Fairview,
    Pleasant, Liberty, Madison, Monroe, Adams, Clinton, Dover, Bay, Beach, Ocean, Eagle, Fox, Deer, Heron, Swan, Lark,
    Quail, Rose, Lily, Ivy, Clover, Heather, Briar, ${trees}`),
  20,
);
const german = Weighted.zipf(
  words(`Haupt, Schul, Garten, Bahnhof, Dorf, Berg, Birken, Linden, Kirch, Wald, Ring, Wiesen, Feld, Mühlen, Rosen,
    Amsel, Buchen, Eichen, Tannen, Ahorn, Kastanien, Erlen, Finken, Lerchen, Drossel, Goethe, Schiller, Mozart, Beethoven,
    Bismarck, Wilhelm, Friedrich, Kaiser, König, Burg, Schloss, Brunnen, Post, Markt, Hafen, Ufer, Bach, See, Tal, Hof,
    Nelken, Tulpen, Flieder, Sonnen, Stern, Nord, Süd, Ost, West, Industrie, Römer, Kloster, Jahn, Uhland, Kant`),
  14,
);
const french = Weighted.zipf(
  words(`de la République, de l'Église, de la Gare, Victor Hugo, du Moulin, des Écoles, de la Paix, Pasteur, Jean Jaurès,
    de la Mairie, du Château, de la Liberté, Gambetta, des Lilas, de Verdun, Voltaire, du Stade, de la Fontaine,
    Jules Ferry, de Paris, Émile Zola, des Jardins, du Pont, Molière, de la Poste, Carnot, de Provence, des Rosiers,
    Saint-Martin, Saint-Jean, du Marché, de la Forge, des Acacias, du Lavoir, de Bretagne, Lafayette, Rivoli,
    des Tilleuls, de l'Océan, Anatole France, Mirabeau, Colbert, du Docteur Roux, des Vignes, de la Source`),
  14,
);
const spanish = Weighted.zipf(
  words(`Mayor, Real, de la Constitución, de España, San Juan, Nueva, del Sol, de Cervantes, San José, Goya, de la Paz,
    del Carmen, Velázquez, Santa María, San Antonio, de la Libertad, Colón, de Andalucía, del Mar, de la Fuente, San Pedro,
    Ramón y Cajal, de Madrid, de las Flores, del Pilar, Murillo, de los Olivos, García Lorca, de la Iglesia, San Miguel,
    de Aragón, del Río, de Galicia, Gran Vía, de la Estación, Alfonso XIII, Isabel la Católica, de Valencia, Picasso`),
  14,
);
const americanKinds = new Weighted(
  ['Street', 'Avenue', 'Road', 'Drive', 'Lane', 'Court', 'Place', 'Boulevard', 'Circle', 'Terrace', 'Way'],
  [26, 20, 12, 14, 9, 6, 4, 4, 2, 1, 2],
);
const britishKinds = new Weighted(
  ['Road', 'Street', 'Avenue', 'Lane', 'Close', 'Drive', 'Gardens', 'Terrace', 'Crescent', 'Place', 'Grove', 'Way'],
  [28, 18, 13, 10, 12, 7, 3, 3, 3, 2, 2, 3],
);
const australianKinds = new Weighted(
  ['Street', 'Road', 'Avenue', 'Court', 'Place', 'Crescent', 'Drive', 'Parade', 'Terrace', 'Close'],
  [40, 14, 10, 9, 8, 6, 6, 3, 2, 2],
);
const germanKinds = new Weighted(['straße', 'weg', 'allee', 'gasse', 'platz', 'ring'], [60, 24, 5, 5, 3, 3]);
const frenchKinds = new Weighted(
  ['Rue', 'Avenue', 'Boulevard', 'Place', 'Chemin', 'Allée', 'Impasse'],
  [58, 16, 8, 5, 6, 4, 3],
);
const spanishKinds = new Weighted(['Calle', 'Avenida', 'Plaza', 'Paseo', 'Camino', 'Ronda'], [70, 14, 7, 5, 3, 1]);

/** Draws the name of a street in the way of each country. */
export const streets = {
  american: (random: Random) =>
    random.chance(0.15)
      ? `${random.pick(['N', 'S', 'E', 'W'])} ${english.draw(random)} ${americanKinds.draw(random)}`
      : `${english.draw(random)} ${americanKinds.draw(random)}`,
  british: (random: Random) =>
    random.chance(0.04) ? 'High Street' : `${english.draw(random)} ${britishKinds.draw(random)}`,
  australian: (random: Random) => `${english.draw(random)} ${australianKinds.draw(random)}`,
  german: (random: Random) => `${german.draw(random)}${germanKinds.draw(random)}`,
  french: (random: Random) => `${frenchKinds.draw(random)} ${french.draw(random)}`,
  spanish: (random: Random) => `${spanishKinds.draw(random)} ${spanish.draw(random)}`,
};
