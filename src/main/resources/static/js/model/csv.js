/** Tables as CSV that spreadsheets open: UTF-8 with BOM, CRLF, decimal points; cells that look like formulas are defused. */

/** @param {Array<Array<string|number|null|undefined>>} rows @returns {string} */
export const toCsv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

function cell(value) {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
