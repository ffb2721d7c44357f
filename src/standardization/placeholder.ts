const NAMES: ReadonlySet<string> = new Set(
  (
    'unknown unk none null nil na tba tbd tbc test testing dummy anonymous anon notavailable notapplicable notprovided notgiven ' +
    'xxx xxxx noname nofirstname nolastname firstname lastname nfn nln fnu lnu unbekannt inconnu desconocido sconosciuto'
  ).split(' '),
);

const MAILBOXES: ReadonlySet<string> = new Set(
  'test none noemail no-email no.email noreply no-reply na unknown nomail anonymous abc asdf xxx donotreply'.split(' '),
);

const OFFICES: ReadonlySet<string> = new Set(
  (
    'info information contact contacts office mail email admin administrator sales support service hello help helpdesk enquiries ' +
    'inquiries customerservice reception marketing accounts accounting billing orders hr jobs kontakt buero contacto ventas webmaster'
  ).split(' '),
);

const DATES: ReadonlySet<string> = new Set([
  '19000101',
  '19010101',
  '18000101',
  '19700101',
  '19111111',
  '19991231',
  '22000101',
]);

/** True of a folded, squashed name that stands for no name. */
export function isPlaceholderName(squashed: string): boolean {
  return NAMES.has(squashed);
}

/** True of an e-mail address that stands for none, by its folded local part. */
export function isPlaceholderMailbox(local: string): boolean {
  return MAILBOXES.has(local);
}

/** True of the mailbox of an office, which many people give as their own, by its folded local part. */
export function isOfficeMailbox(local: string): boolean {
  return OFFICES.has(local);
}

/** True of digits that stand for no telephone number or identifier: one digit throughout, or counting up or down. */
export function isPlaceholderNumber(digits: string): boolean {
  return /^(\d)\1*$/.test(digits) || '01234567890123'.includes(digits) || '9876543210'.includes(digits);
}

/** True of a date (`YYYYMMDD`) by which systems say that there is none. */
export function isPlaceholderDate(digits: string): boolean {
  return DATES.has(digits);
}
