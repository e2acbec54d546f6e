/** The texts of all pages, by language. Each page adds its own; English is there for each key. */

type Bundle = Record<string, string>;
type Others<T> = { de: Record<keyof T, string> };

export type Args = Record<string, string | number>;

const en: Bundle = {};
const de: Bundle = {};
const bundles: Record<string, Bundle> = { en, de };

/** The compiler refuses a language that lacks a key of the English texts, or has one besides. */
export function addTexts<T extends Bundle>(english: T, others: Others<T>): void {
  Object.assign(en, english);
  Object.assign(de, others.de);
}

export class Texts {
  readonly language: string;
  /** With the reader's region, for dates and numbers. */
  readonly locale: string;
  private readonly plurals: Intl.PluralRules;

  constructor(wanted: readonly (string | null | undefined)[]) {
    const tags = wanted.filter((tag): tag is string => !!tag);
    const found = tags.find((tag) => primary(tag) in bundles) ?? 'en';
    this.language = primary(found);
    this.locale = [found, ...navigator.languages].find((tag) => tag.includes('-') && primary(tag) === this.language) ?? found;
    this.plurals = new Intl.PluralRules(this.locale);
  }

  /** `{name}` takes an argument; a key with `.one` and `.other` is chosen by the argument `count`. */
  t = (key: string, args: Args = {}): string => {
    const form = 'count' in args ? `${key}.${this.plurals.select(Number(args.count))}` : key;
    const text = this.find(form) ?? this.find(`${key}.other`) ?? this.find(key) ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = args[name];
      return value === undefined ? whole : typeof value === 'number' ? this.number(value) : value;
    });
  };

  number = (value: number): string => new Intl.NumberFormat(this.locale).format(value);

  date = (iso: string): string => new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium' }).format(new Date(iso));

  time = (iso: string): string =>
    new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

  list = (values: string[]): string => new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(values);

  private find(key: string): string | undefined {
    return bundles[this.language]?.[key] ?? bundles.en?.[key];
  }
}

const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0] ?? '';
