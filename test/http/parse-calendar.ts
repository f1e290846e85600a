/** A component of a calendar (RFC 5545): its properties by name, in order, and the components within it. */
export interface Component {
  name: string;
  properties: { name: string; parameters: Record<string, string>; value: string }[];
  components: Component[];
}

const MAX_OCTETS = 75;
const CONTENT_LINE = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^";:,]+)*):(.*)$/s;
/** Of the value of a property of type TEXT: no bare separator, no unknown escape. */
const TEXT = /^(?:[^\\;,\u0000-\u0008\u000a-\u001f\u007f]|\\[\\;,nN])*$/;
const TEXT_PROPERTIES = ['SUMMARY', 'DESCRIPTION', 'NAME', 'X-WR-CALNAME', 'X-WR-CALDESC'];
const STATUSES = ['TENTATIVE', 'CONFIRMED', 'CANCELLED'];

/**
 * Parses a calendar and checks it by the rules of RFC 5545: lines end with CRLF and have up to 75 octets, each of whole
 * characters (3.1); components are nested (3.4, 3.6); properties occur as often as they must; texts are escaped (3.3.11)
 * and dates exist (3.3.4).
 *
 * @throws where a rule is broken
 */
export function parseCalendar(bytes: Uint8Array): Component {
  const calendar = nested(unfolded(bytes));
  const { components } = calendar;
  check(calendar.name === 'VCALENDAR' && components.length > 0, 'a calendar has a component');
  check(only(calendar, 'VERSION') === '2.0' && only(calendar, 'PRODID') !== '', 'VERSION and PRODID');
  for (const event of eventsOf(calendar)) {
    for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'DESCRIPTION', 'STATUS']) only(event, name);
    check(/^\d{8}T\d{6}Z$/.test(only(event, 'DTSTAMP')), 'DTSTAMP is in UTC');
    const start = event.properties.find(({ name }) => name === 'DTSTART');
    check(start?.parameters['VALUE'] === 'DATE' && isDay(start.value), `DTSTART is a date: ${start?.value}`);
    check(STATUSES.includes(only(event, 'STATUS')), 'STATUS is of an event');
  }
  const uids = eventsOf(calendar).map((event) => only(event, 'UID'));
  check(new Set(uids).size === uids.length, 'each UID occurs once');
  return calendar;
}

export const eventsOf = ({ components }: Component): Component[] => components.filter(({ name }) => name === 'VEVENT');

/** The value of a property that must occur once; of a text without its escapes. */
export function only({ name: of, properties }: Component, name: string): string {
  const [property, another] = properties.filter((one) => one.name === name);
  check(property !== undefined && another === undefined, `${of} has ${name} once`);
  const value = property?.value ?? '';
  return TEXT_PROPERTIES.includes(name)
    ? value.replace(/\\(.)/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))
    : value;
}

function unfolded(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  let begun = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    check(bytes[at] !== 10, 'no LF without a CR');
    if (bytes[at] !== 13) continue;
    check(bytes[at + 1] === 10, 'no CR without an LF');
    check(at - begun <= MAX_OCTETS, 'a line has up to 75 octets');
    const line = new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(begun, at));
    if (/^[ \t]/.test(line)) lines.push(`${lines.pop() ?? ''}${line.slice(1)}`);
    else lines.push(line);
    begun = at += 2;
    at -= 1;
  }
  check(begun === bytes.length, 'the last line ends with CRLF');
  return lines;
}

function nested(lines: readonly string[]): Component {
  const root: Component = { name: '', properties: [], components: [] };
  const open = [root];
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] = CONTENT_LINE.exec(line) ?? [];
    check(name !== '', `a property: ${line}`);
    const inner = open.at(-1) ?? root;
    if (name === 'BEGIN') {
      const component = { name: value, properties: [], components: [] };
      inner.components.push(component);
      open.push(component);
    } else if (name === 'END') {
      check(open.pop()?.name === value, `the end of ${value}`);
    } else {
      check(open.length > 1, 'properties are in a component');
      check(!TEXT_PROPERTIES.includes(name) || TEXT.test(value), `an escaped text: ${value}`);
      const pairs = parameters
        .split(';')
        .slice(1)
        .map((one) => one.split('=') as [string, string]);
      inner.properties.push({ name, parameters: Object.fromEntries(pairs), value });
    }
  }
  const [calendar, another] = root.components;
  check(open.length === 1 && another === undefined, 'one calendar');
  if (!calendar) throw new Error('there is no calendar');
  return calendar;
}

function isDay(text: string): boolean {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(text)?.slice(1).join('-');
  return day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;
}

function check(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`not a calendar: ${rule}`);
}
