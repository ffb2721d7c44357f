/** A setting of the process: the environment variable that gives it, and what it is for. */
export interface Setting {
  readonly name: string;
  readonly property: string;
  readonly description: string;
  /** Turns the variable's text into the property's value; the validators then judge that value. */
  readonly read: (text: string) => unknown;
}

const declared = new Map<object, Setting[]>();

/** Declares that a property of the configuration comes from the environment variable `name`. */
export function FromEnvironment(
  name: string,
  description: string,
  read: (text: string) => unknown = (text) => text,
): PropertyDecorator {
  return (target, property) => {
    const settings = declared.get(target) ?? [];
    declared.set(target, [...settings, { name, property: String(property), description, read }]);
  };
}

/** The settings declared on a class, in the order of its properties. */
export function settingsOf(configuration: { readonly prototype: object }): readonly Setting[] {
  return declared.get(configuration.prototype) ?? [];
}
