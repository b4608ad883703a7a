/** A year of the title for a whole place: the address of its pages, what is shown, and what two years differ in. */

import { isDay } from './dates.js'

export const SHOWN = ['all', 'missing', 'late', 'households', 'recognised', 'not_recognised', 'undecided']
export const TITLE_LEVELS = ['all', 'residential-area', 'commune']

/**
 * @typedef {object} YearQuestion
 * @property {string} place id of one of the session's places, or "" for the whole territory
 * @property {string} within id of a unit in it, or ""
 * @property {number} year
 * @property {number} before an earlier year to compare with
 * @property {string} level
 * @property {string} show
 * @property {string} kind of organizations, or ""
 * @property {string} asOf past day, or ""
 */

/** @param {string} search of the address @param {object} session @param {number[]} years newest first @returns {YearQuestion} broken values are left out */
export function readYearQuestion(search, session, years) {
  const query = new URLSearchParams(search)
  const id = (name) => (/^\d{1,18}$/.test(query.get(name) ?? '') ? query.get(name) : '')
  const oneOf = (name, values) => (values.includes(query.get(name)) ? query.get(name) : values[0])
  const yearOf = (name, usual) => (years.includes(Number(query.get(name))) ? Number(query.get(name)) : usual)
  const usual = session.defaultPeriod ? Number(session.defaultPeriod.to.slice(0, 4)) : years[0]
  const year = yearOf('year', years.includes(usual) ? usual : years[0])
  const asOf = query.get('asOf')
  const place = id('place')
  const known = session.places.some((each) => String(each.id) === place)
  return {
    place: known ? place : session.places.length === 1 ? String(session.places[0].id) : '',
    within: id('within') || (known ? '' : place),
    year,
    before: yearOf('before', year - 1),
    level: oneOf('level', TITLE_LEVELS),
    show: oneOf('show', SHOWN),
    kind: ['agency', 'enterprise', 'school'].includes(query.get('kind')) ? query.get('kind') : '',
    asOf: isDay(asOf) && asOf < session.today ? asOf : '',
  }
}

/** @param {Partial<YearQuestion>} question @param {string[]} names what belongs to the page @returns {string} "?…" */
export function writeYearQuestion(question, names) {
  const query = new URLSearchParams()
  for (const name of names) if (question[name] && question[name] !== 'all') query.set(name, String(question[name]))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** @param {YearQuestion} question @returns {string} the unit that the service is asked for, or "" for the whole territory */
export const unitOf = ({ place, within }) => within || place

const SHOWS = {
  all: () => true,
  missing: (row) => row.missing.length > 0,
  late: (row) => row.late !== null,
  households: (row) => row.householdsTotal !== null && row.householdsRegistered < row.householdsTotal,
  recognised: (row) => row.status === 'recognised',
  not_recognised: (row) => row.status === 'not_recognised',
  undecided: (row) => !['recognised', 'not_recognised', 'not_considered'].includes(row.status),
}

/** @param {object[]} rows of the service @param {{level: string, show: string}} question */
export const shownRows = (rows, { level, show }) =>
  rows.filter((row) => (level === 'all' || row.level === level) && SHOWS[show](row))

/** What a list comes to. @param {object[]} rows */
export function sumRows(rows) {
  const known = rows.filter((row) => row.householdsTotal !== null && row.householdsRegistered !== null)
  const sum = (name) => known.reduce((total, row) => total + row[name], 0)
  return {
    all: rows.length,
    recognised: rows.filter(SHOWS.recognised).length,
    missing: rows.filter(SHOWS.missing).length,
    late: rows.filter(SHOWS.late).length,
    households: known.length ? { registered: sum('householdsRegistered'), total: sum('householdsTotal'), areas: known.length } : null,
  }
}

/** The map with the same place and year, and the area open. */
export function statusOnMap({ place, year, asOf = '' }, { id = null, level = 'residential-area' } = {}) {
  const query = new URLSearchParams()
  if (place) query.set('place', place)
  query.set('theme', 'status')
  query.set('level', level === 'commune' ? 'communes' : 'residential-areas')
  query.set('year', String(year))
  if (asOf) query.set('asOf', asOf)
  if (id) query.set('selected', `area:${id}`)
  return `/?${query.toString().replaceAll('%3A', ':')}`
}

export const CHANGES = ['lost', 'gained', 'kept', 'other']

/** What became of an area from one year to another: lost or gained the title, kept it, or had it in neither. */
export function changeOf(before, after) {
  const [had, has] = [before === 'recognised', after === 'recognised']
  if (had && has) return 'kept'
  if (has) return 'gained'
  // A year that is not decided yet takes nothing away.
  if (had && ['not_recognised', 'not_considered', 'not_registered'].includes(after)) return 'lost'
  return 'other'
}

/** Whether a recognised area of the year before still waits for a decision. */
export const isOpen = (before, after) =>
  before === 'recognised' && ['registered', 'self_assessed', 'under_review'].includes(after)

/**
 * Which areas gained, lost and kept the title.
 * @param {Array<{statuses: Record<string, string>}>} areas with their statuses by year @param {number} before @param {number} year
 * @returns {Record<string, object[]>} areas by change, each with `then`, `now` and `open`
 */
export function compareYears(areas, before, year) {
  const found = Object.fromEntries(CHANGES.map((change) => [change, []]))
  for (const area of areas) {
    const then = area.statuses[before] ?? 'not_registered'
    const now = area.statuses[year] ?? 'not_registered'
    found[changeOf(then, now)].push({ ...area, then, now, open: isOpen(then, now) })
  }
  return found
}
