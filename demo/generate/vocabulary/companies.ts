import { Weighted } from '../random.js';
import { words } from './words.js';

/** Coined first words of company names. */
export const coinedHeads =
  words(`Acu, Aero, Alta, Apex, Aqua, Arc, Astra, Atlas, Auri, Axio, Bel, Beta, Blue, Bright, Cal,
  Cent, Cer, Clear, Cobalt, Cor, Cosmo, Crest, Cyan, Dal, Delta, Dura, Eco, Elec, Ener, Equi, Ever, Ferro, Fin, Flex, Fort,
  Gal, Gen, Geo, Glo, Grav, Helio, Hydro, Ignis, Inter, Kern, Kin, Lumen, Luna, Mag, Medi, Meri, Metro, Micro, Nova, Omni,
  Opti, Orb, Pan, Path, Penta, Petro, Pixel, Polar, Prim, Quant, Quer, Rapid, Robo, Sola, Spectra, Stella, Strat, Syn, Tech,
  Terra, Titan, Tri, Ultra, Uni, Vanta, Vel, Veri, Vita, Volt, Xen, Zeta`);
export const coinedTails =
  words(`base, bit, care, cast, chem, con, core, corp, craft, dex, dyne, fab, field, flow, form, gen,
  grid, lab, lane, line, link, logic, mark, mart, matic, med, mesh, mind, net, nex, nova, pact, path, plan, plex, point, port,
  rise, scan, scope, sense, sol, span, sphere, star, sync, tech, tek, tex, tron, trust, ty, vance, vera, via, vision, wave,
  ways, works, zon`);

/** What companies do, commonest first. */
export const trades = Weighted.zipf(
  words(`Consulting, Services, Logistics, Construction, Trading, Engineering, Foods, Holdings, Solutions, Electronics,
    Transport, Design, Partners, Plumbing, Insurance, Energy, Medical, Pharma, Textiles, Interiors, Motors, Printing,
    Catering, Landscaping, Security, Bakery, Analytics, Software, Properties, Publishing, Marine, Chemicals, Packaging,
    Furniture, Optics, Dental, Roofing, Travel, Media, Metals, Machinery, Instruments, Farms, Brewing, Architects`),
  8,
);

export const jobTitles =
  words(`Teacher, Nurse, Engineer, Accountant, Manager, Sales Representative, Electrician, Consultant,
  Physician, Software Developer, Driver, Chef, Lawyer, Designer, Analyst, Carpenter, Pharmacist, Architect, Librarian,
  Project Manager, Translator, Journalist, Dentist, Plumber, Buyer`);

export const mailProviders = new Weighted(
  ['gmail.com', 'outlook.com', 'yahoo.com', 'hotmail.com', 'icloud.com', 'gmx.net', 'proton.me', 'mail.com', 'aol.com'],
  [38, 15, 13, 10, 8, 5, 4, 4, 3],
);
