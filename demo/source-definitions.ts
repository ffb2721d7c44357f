import type { SourceName } from './generate/source-system.js';

/** A source system as `PUT /v1/sources/{source}` takes it. */
export interface SourceDefinition {
  readonly name: string;
  readonly trust?: number;
  readonly duplicateFree?: boolean;
  readonly defaultRegion?: string;
  readonly mappings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The three systems of the demonstration: how far each is trusted, and where its fields belong. */
export const sourceDefinitions: Readonly<Record<SourceName, SourceDefinition>> = {
  crm: {
    name: 'CRM',
    trust: 0.9,
    mappings: {
      customers: {
        type: "kind = 'account' ? 'organization' : 'person'",
        name: 'company',
        honorificPrefix: 'salutation',
        givenName: 'first_name',
        additionalName: 'middle_name',
        familyName: 'last_name',
        birthDate: 'dob',
        jobTitle: 'job',
        email: 'mail',
        telephone: '[mobile, phone]',
        'address.streetAddress': "country in ['Germany', 'Spain'] ? street & ' ' & house_no : house_no & ' ' & street",
        'address.extendedAddress': 'flat',
        'address.addressLocality': 'town',
        'address.addressRegion': 'state',
        'address.postalCode': 'zip',
        'address.addressCountry': 'country',
      },
      products: { name: 'item', brand: 'vendor', mpn: 'part_no', price: 'list_price' },
    },
  },
  erp: {
    name: 'ERP',
    trust: 0.7,
    duplicateFree: true,
    defaultRegion: 'DE',
    mappings: {
      customers: {
        type: 'KTYPE',
        name: "KTYPE = 'O' ? NAME1",
        givenName: "KTYPE = 'P' ? $trim($substringAfter(NAME1, ','))",
        familyName: "KTYPE = 'P' ? $substringBefore(NAME1, ',')",
        birthDate: 'GEBDAT',
        email: 'SMTP',
        telephone: 'TELF1',
        taxID: 'STCD1',
        'address.streetAddress': 'STRAS',
        'address.addressLocality': 'ORT01',
        'address.postalCode': 'PSTLZ',
        'address.addressCountry': 'LAND1',
      },
      products: {
        name: 'MAKTX',
        brand: 'MARKE',
        model: 'TYP',
        mpn: 'MFRPN',
        gtin: 'EAN11',
        color: 'FARBE',
        size: 'MENGE',
        weight: 'BRGEW',
        price: 'PREIS',
        priceCurrency: 'WAERS',
      },
    },
  },
  shop: {
    name: 'Web shop',
    trust: 0.5,
    defaultRegion: 'US',
    mappings: {
      customers: {
        type: "customer.business ? 'organization' : 'person'",
        name: 'customer.fullName',
        email: 'customer.email',
        telephone: 'customer.phone',
        birthDate: 'customer.born',
        address: 'delivery',
      },
      products: {
        name: 'product.title',
        description: 'product.text',
        brand: 'product.maker',
        gtin: 'product.barcode',
        mpn: 'product.mpn',
        color: 'product.colour',
        category: 'product.department',
        price: 'product.price',
      },
    },
  },
};
