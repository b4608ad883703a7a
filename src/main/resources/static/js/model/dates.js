/**
 * Calendar days and instants of the map. Everything is shown in Asia/Ho_Chi_Minh, which has been UTC+7 without daylight
 * saving since 1975-06-13, so a fixed offset is exact for every date that the service keeps, on any device.
 */

const OFFSET_MINUTES = 7 * 60
const DAY_MS = 24 * 60 * 60 * 1000

/** @typedef {{from: string, to: string}} Period calendar days "YYYY-MM-DD", both included */

/** @param {Date} instant @returns {string} value for an input of type datetime-local, Vietnamese wall clock, to the minute */
export function toWallClock(instant) {
  return new Date(instant.getTime() + OFFSET_MINUTES * 60_000).toISOString().slice(0, 16)
}

/**
 * @param {string} wallClock "YYYY-MM-DDTHH:mm" as a Vietnamese clock shows it
 * @returns {string|null} the instant, ISO 8601 with Z; null when the text is no date
 */
export function toInstant(wallClock) {
  const date = new Date(`${wallClock}${wallClock.length === 16 ? ':00' : ''}+07:00`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z')
}

/**
 * The instant of an input that shows minutes only: left as it was, it stays the instant it was filled with.
 * @param {string} wallClock @param {string|null} [original] ISO 8601 @returns {string|null}
 */
export function keptInstant(wallClock, original = null) {
  return original && toWallClock(new Date(original)) === wallClock ? original : toInstant(wallClock)
}

/** @param {string|null} day "YYYY-MM-DD" @returns {boolean} */
export function isDay(day) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day ?? '')) return false
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/**
 * @param {string} text "15/8/2019", "15/08/2019", "15-08-2019" or "2019-08-15"
 * @returns {string|null} "YYYY-MM-DD"; null when it is no day
 */
export function parseDay(text) {
  const value = (text ?? '').trim()
  const [, date, month, year] = value.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/) ?? []
  const day = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : value
  return isDay(day) ? day : null
}

/** @param {string} day @param {number} count @returns {string} the day so many days later */
export function addDays(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** @param {Period} period @returns {number} days, both ends counted: 2018-01-01 to 2019-08-15 is 592 */
export function daysIn({ from, to }) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1
}

/** @param {string} day @returns {string} first of the twelve months that end with it: 2026-08-02 gives 2025-08-03 */
function startOfLastYear(day) {
  const [year, month, date] = day.split('-').map(Number)
  return addDays(new Date(Date.UTC(year - 1, month - 1, date)).toISOString().slice(0, 10), 1)
}

/**
 * @param {Array<{from: string, to: string}>} coverage covered periods of the registers
 * @returns {Period|null} from the first covered day to the last; null without any register
 */
export function coveredPeriod(coverage) {
  if (!coverage?.length) return null
  const from = coverage.map((entry) => entry.from).sort()[0]
  const to = coverage
    .map((entry) => entry.to)
    .sort()
    .at(-1)
  return { from, to }
}

/** @param {number} month 1 to 12; 0 and less are months of the year before @returns {string} */
function firstOfMonth(year, month) {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
}

/** @param {string} day @returns {string} the same day one year before; 29 February gives 28 February */
export function yearBefore(day) {
  const before = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
  return isDay(before) ? before : before.replace(/-29$/, '-28')
}

/**
 * Ready-made periods; one that is still running ends today. The assessment window of a residential area runs from
 * 1 November to 31 October, that of a commune from 16 November to 15 November (Circular 124/2021/TT-BCA).
 * @param {string} today "YYYY-MM-DD"
 * @param {Array<{from: string, to: string}>} coverage
 * @param {number} assessmentYear
 * @param {Period|null} [current] the period on view
 * @returns {Array<{id: string, period: Period}>}
 */
export function presetPeriods(today, coverage, assessmentYear, current = null) {
  const [year, month] = today.split('-').map(Number)
  const first = (ofMonth) => firstOfMonth(year, ofMonth)
  const covered = coveredPeriod(coverage)
  return [
    ...(covered ? [{ id: 'covered', period: covered }] : []),
    { id: 'thisMonth', period: { from: first(month), to: today } },
    { id: 'lastMonth', period: { from: first(month - 1), to: addDays(first(month), -1) } },
    { id: 'midMonth', period: { from: addDays(first(month - 1), 14), to: addDays(first(month), 13) } },
    { id: 'quarter', period: { from: first(month - ((month - 1) % 3)), to: today } },
    { id: 'halfYear', period: { from: first(month > 6 ? 7 : 1), to: today } },
    { id: 'thisYear', period: { from: `${year}-01-01`, to: today } },
    { id: 'lastYear', period: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` } },
    { id: 'last12Months', period: { from: startOfLastYear(today), to: today } },
    ...(current ? [{ id: 'yearBefore', period: { from: yearBefore(current.from), to: yearBefore(current.to) } }] : []),
    { id: 'assessment', period: { from: `${assessmentYear - 1}-11-01`, to: `${assessmentYear}-10-31` } },
    { id: 'communeAssessment', period: { from: `${assessmentYear - 1}-11-16`, to: `${assessmentYear}-11-15` } },
  ]
}
