/** The address of the page keeps what is looked at, so that a link shows another person the same picture. */

import { isDay } from './dates.js'
import { LEVELS, THEMES } from './figures.js'

export const LAYERS = ['communes', 'villages', 'residential-blocks', 'road-segments', 'incidents', 'security-teams', 'movement']
export const TABS = ['map', 'table', 'incidents']

/**
 * @typedef {object} ViewState
 * @property {string|null} place id of one of the session's places
 * @property {string|null} from first day
 * @property {string|null} to last day
 * @property {string|null} day boundary day; null = by rule (end of the period, or of the assessment window)
 * @property {number|null} year assessment year; null = year of `to`
 * @property {string|null} asOf a past day, by whose end statuses are shown; null = now
 * @property {string} theme
 * @property {string} level
 * @property {string[]|null} layers null = the defaults
 * @property {string|null} selected "area:…", "road:…", "team:…", "movement:…" or "incident:…"
 * @property {string} tab
 * @property {{longitude: number, latitude: number, zoom: number}|null} view
 */

/** @param {string} search the query part of an address @returns {ViewState} unknown or broken values are ignored */
export function readState(search) {
  const query = new URLSearchParams(search)
  const day = (name) => (isDay(query.get(name)) ? query.get(name) : null)
  const oneOf = (name, values, fallback) => (values.includes(query.get(name)) ? query.get(name) : fallback)
  const year = Number(query.get('year'))
  const [from, to] = [day('from'), day('to')]
  const ordered = from && to && from <= to
  return {
    place: query.get('place'),
    from: ordered ? from : null,
    to: ordered ? to : null,
    day: day('day'),
    year: Number.isInteger(year) && year > 1990 && year < 2200 ? year : null,
    asOf: day('asOf'),
    theme: oneOf('theme', THEMES, 'density'),
    level: oneOf('level', LEVELS, 'residential-areas'),
    layers: query.has('layers')
      ? query
          .get('layers')
          .split(',')
          .filter((layer) => LAYERS.includes(layer))
      : null,
    selected: /^(area|road|team|movement|incident):[\w-]+$/.test(query.get('selected') ?? '') ? query.get('selected') : null,
    tab: oneOf('tab', TABS, 'map'),
    view: readView(query.get('view')),
  }
}

/** @param {ViewState} state @returns {string} "?…" with the parts in a fixed order */
export function writeState(state) {
  const query = new URLSearchParams()
  for (const name of ['place', 'from', 'to', 'day', 'year', 'asOf', 'theme', 'level', 'selected']) {
    if (state[name] !== null && state[name] !== undefined) query.set(name, String(state[name]))
  }
  if (state.layers) query.set('layers', state.layers.join(','))
  if (state.tab !== 'map') query.set('tab', state.tab)
  if (state.view) {
    const { longitude, latitude, zoom } = state.view
    query.set('view', `${longitude.toFixed(5)},${latitude.toFixed(5)},${zoom}`)
  }
  return `?${query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

function readView(text) {
  const [longitude, latitude, zoom] = (text ?? '').split(',').map(Number)
  const valid = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 3 && zoom <= 20
  return text && valid ? { longitude, latitude, zoom } : null
}
