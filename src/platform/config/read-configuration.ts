import { validateSync } from 'class-validator';
import { Configuration } from './configuration.js';
import { settingsOf } from './setting.js';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Everything that is wrong with the environment, each problem naming its setting and none printing a value. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the configuration from an environment. An empty variable is one that is not set.
 * @throws ConfigurationError naming every wrong or unknown setting at once.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const settings = settingsOf(Configuration);
  const given: Record<string, unknown> = {};
  for (const { name, property, read } of settings) {
    const text = environment[name]?.trim();
    if (text) given[property] = read(text);
  }
  const configuration = Object.assign(new Configuration(), given);
  const invalid = validateSync(configuration, { stopAtFirstError: true }).map(({ property, constraints }) => {
    const name = settings.find((setting) => setting.property === property)?.name ?? property;
    return `${name} ${Object.values(constraints ?? {}).join(', ')}.`;
  });
  const unreadable = invalid.some((problem) => /^AURUM_(HOST|API_KEYS) /.test(problem));
  const problems = [...invalid, ...unknownSettings(environment), ...(unreadable ? [] : openDoors(configuration))];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return configuration;
}

function unknownSettings(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known = settingsOf(Configuration).map((setting) => setting.name);
  const unknown = Object.keys(environment).filter((name) => /^AURUM_/i.test(name) && !known.includes(name));
  return unknown.map((name) => `${name} is not a setting; the settings are ${known.join(', ')}.`);
}

function openDoors({ host, apiKeys }: Configuration): string[] {
  if (loopback.test(host) || apiKeys.size > 0) return [];
  return ['AURUM_HOST must be a loopback address (127.0.0.1, ::1, localhost) unless AURUM_API_KEYS is set.'];
}
