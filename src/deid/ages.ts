/**
 * An age string (PS3.5 6.2, AS: `nnnD`, `nnnW`, `nnnM`, `nnnY`) with the ages above `capAt` years folded into one: with
 * 89, everything from 90 years on becomes `090Y`. A number without a unit is kept if it is no more than `capAt`, because
 * then it says no more in any unit. Undefined for what is not an age.
 */
export function capAge(text: string, capAt: number): string | undefined {
  const values = text.split('\\').map(value => capOne(value.replace(/^[\0 ]+|[\0 ]+$/g, ''), capAt));
  return values.some(v => v === undefined) ? undefined : values.join('\\');
}

const PER_YEAR: Readonly<Record<string, number>> = { D: 365.25, W: 52.18, M: 12, Y: 1 };

function capOne(text: string, capAt: number): string | undefined {
  if (text === '') return '';
  if (/^\d{1,3}$/.test(text)) return Number(text) <= capAt ? text : undefined;
  const match = /^(\d{1,3}) ?([DWMY])$/i.exec(text);
  if (!match) return undefined;
  const unit = match[2]!.toUpperCase();
  const years = Math.floor(Number(match[1]) / PER_YEAR[unit]!);
  return years > capAt ? `${String(capAt + 1).padStart(3, '0')}Y` : `${match[1]!.padStart(3, '0')}${unit}`;
}
