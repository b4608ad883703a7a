/** Rows of a table of accounts as they are pasted from a spreadsheet: name, role, territory, sign-in name, extra rights. */

const HEADINGS = ['ho ten', 'ho va ten', 'name', 'display name', 'full name']

/** @param {string} text @returns {string} without marks, lower case */
const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * @param {string} text lines with tabs, semicolons or commas between the cells
 * @param {{roles: Record<string, string>, rights: Record<string, string>, wholeCountry: string}} words by key, as people
 *   write them
 * @returns {{username: string, displayName: string, role: string, extraRights: string[], units: string[],
 *   wholeCountry: boolean}[]}
 */
export function readAccountRows(text, { roles, rights, wholeCountry }) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim())
  const between = lines.some((line) => line.includes('\t')) ? '\t' : lines.some((line) => line.includes(';')) ? ';' : ','
  const cells = lines.map((line) => line.split(between).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim()))
  if (cells.length && HEADINGS.some((heading) => plain(cells[0][0]).startsWith(heading))) cells.shift()
  const taken = new Set(cells.map((row) => row[3]).filter(Boolean))
  return cells.map(([displayName = '', role = '', places = '', username = '', extra = '']) => {
    const all = plain(places) === plain(wholeCountry)
    return {
      username: username || newName(displayName, taken),
      displayName,
      role: keyOf(role, roles),
      extraRights: parts(extra).map((right) => keyOf(right, rights)),
      units: all ? [] : parts(places),
      wholeCountry: all,
    }
  })
}

const parts = (cell) =>
  cell
    .split('+')
    .map((part) => part.trim())
    .filter(Boolean)

/** The key whose word begins as it was written; else what was written, for the service to refuse. */
function keyOf(written, words) {
  const wanted = plain(written)
  const found = wanted && Object.keys(words).find((key) => key === written.trim() || plain(words[key]).startsWith(wanted))
  return found || written
}

/** "Nguyễn Văn An, Trưởng Công an" signs in as nguyen.van.an. */
function newName(displayName, taken) {
  const name = plain(displayName.split(/[,(]| - /)[0]).replaceAll(' ', '.').slice(0, 37)
  if (!name) return ''
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`
  taken.add(free)
  return free
}
