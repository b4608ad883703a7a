/** Finds what must not stand in a note: numbers that point to a person. A hint for the writer, no proof either way. */

/** One separator that people write inside numbers. */
const GAP = '[ .\\-]?'

const RULES = [
  { kind: 'citizenNumber', pattern: new RegExp(`(?<!\\d)\\d(?:${GAP}\\d){11}(?!${GAP}\\d)`, 'u') },
  { kind: 'phone', pattern: new RegExp(`(?<!\\d)(?:\\+?84|0)${GAP}[235789](?:${GAP}\\d){8}(?!${GAP}\\d)`, 'u') },
  {
    kind: 'plate',
    // 36A-123.45, 36A-1234, 36-B1 123.45, 36B1-12345, 36AB-012.34, 36B112345
    pattern: /(?<![\p{L}\d])\d{2}[ -]?[A-Z]{1,2}\d?[ -]\d{3}\.?\d{1,2}(?!\d)|(?<![\p{L}\d])\d{2}[A-Z]\d?\d{5}(?!\d)/iu,
  },
]

/**
 * @param {string|null|undefined} note
 * @returns {Array<'citizenNumber'|'phone'|'plate'>} what the note seems to hold, each kind once
 */
export function findPersonalData(note) {
  const text = (note ?? '').normalize('NFC')
  return RULES.filter((rule) => rule.pattern.test(text)).map((rule) => rule.kind)
}
