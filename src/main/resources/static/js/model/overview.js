/** The address of a leader's first page, and the addresses on the map that it leads to. */

import { isDay } from './dates.js'

/**
 * @typedef {object} OverviewQuestion
 * @property {string} within id of a unit, or "" for the whole territory
 * @property {string} from first day, or ""
 * @property {string} to last day, or ""
 * @property {string} year assessment year, or ""
 * @property {string} boundaryDay the day whose areas are meant, or "" for the last day
 */

/** @param {string} search the query part of an address @returns {OverviewQuestion} broken values are left out */
export function readQuestion(search) {
  const query = new URLSearchParams(search)
  const fitting = (name, fits) => (fits(query.get(name) ?? '') ? query.get(name) : '')
  return {
    within: fitting('within', (value) => /^\d{1,18}$/.test(value)),
    from: fitting('from', isDay),
    to: fitting('to', isDay),
    year: fitting('year', (value) => /^\d{4}$/.test(value)),
    boundaryDay: fitting('boundaryDay', isDay),
  }
}

/** @param {Partial<OverviewQuestion>} question @returns {string} "?…", or "" for what the service chooses */
export function writeQuestion(question) {
  const query = new URLSearchParams()
  for (const name of ['within', 'from', 'to', 'year', 'boundaryDay']) if (question[name]) query.set(name, String(question[name]))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/**
 * The map with the same period and year.
 * @param {object} overview as the service answers
 * @param {{theme?: string, level?: string, selected?: string, tab?: string}} [more]
 */
export function mapAddress(overview, more = {}) {
  const query = new URLSearchParams()
  if (overview.within) query.set('place', String(overview.within.id))
  query.set('from', overview.from)
  query.set('to', overview.to)
  query.set('year', String(overview.titles.year))
  if (overview.boundaryDay && overview.boundaryDay !== overview.to) query.set('day', overview.boundaryDay)
  for (const name of ['theme', 'level', 'selected', 'tab']) if (more[name]) query.set(name, more[name])
  return `/?${query.toString().replaceAll('%3A', ':')}`
}

/** @param {number|null|undefined} difference @returns {string} "+3", "−2", "0", or "" where there is no figure */
export function signed(difference) {
  if (difference === null || difference === undefined) return ''
  if (difference > 0) return `+${difference}`
  return difference < 0 ? `−${-difference}` : '0'
}
