/** Notes that a part of what is read is wrong. */
export type Fault = (path: string, message: string) => void;

/** What is read, by name. */
export type Given = Readonly<Record<string, unknown>>;

/** An object, or an empty one in its place. */
export function readObject(given: unknown, path: string, fault: Fault): Given {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return { ...given };
  fault(path, 'must be an object');
  return {};
}

/** Finds fault with every property but the known ones. */
export function refuseOthers(given: Given, known: readonly string[], path: string, fault: Fault): void {
  for (const name of Object.keys(given))
    if (!known.includes(name)) fault(path === '' ? name : `${path}.${name}`, 'is not known here');
}

/** A number that passes a test, or 0 in its place. */
export function readNumber(
  given: unknown,
  path: string,
  fault: Fault,
  passes: (value: number) => boolean,
  message: string,
): number {
  if (typeof given === 'number' && Number.isFinite(given) && passes(given)) return given;
  fault(path, message);
  return 0;
}

/** A list of 1 to 1,000 different elements, or an empty one in its place. */
export function readList<Element>(
  given: unknown,
  path: string,
  fault: Fault,
  isElement: (element: unknown) => element is Element,
  message: string,
): readonly Element[] {
  if (!Array.isArray(given) || given.length < 1 || given.length > 1_000) {
    fault(path, 'must be a list of 1 to 1,000 elements');
    return [];
  }
  const elements: readonly unknown[] = given;
  elements.forEach((element, index) => {
    if (!isElement(element)) fault(`${path}.${index}`, message);
    else if (elements.indexOf(element) !== index) fault(`${path}.${index}`, 'is there twice');
  });
  return elements.filter(isElement);
}
