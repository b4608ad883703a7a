/** How incidents look (a shape for the group, letters for the category) and what a save sends. */

import { toWallClock } from './dates.js'

/** @typedef {'crime'|'traffic'|'fire'|'social'|'border'|'other'} IncidentGroup */

/** Category code to symbol. @type {Record<string, {group: IncidentGroup, letters: string}>} */
const SYMBOLS = {
  TTXH: { group: 'crime', letters: 'TT' },
  MATUY: { group: 'crime', letters: 'MA' },
  KINHTE: { group: 'crime', letters: 'KT' },
  MOITRUONG: { group: 'crime', letters: 'MO' },
  MANG: { group: 'crime', letters: 'MG' },
  TNGT: { group: 'traffic', letters: 'GT' },
  CHAYNO: { group: 'fire', letters: 'CN' },
  TNXH: { group: 'social', letters: 'TN' },
  TRANHCHAP: { group: 'social', letters: 'TC' },
  KHIEUKIEN: { group: 'social', letters: 'KK' },
  ANBG: { group: 'border', letters: 'BG' },
  ANCT: { group: 'border', letters: 'CT' },
  DUOINUOC: { group: 'other', letters: 'CH' },
  KHAC: { group: 'other', letters: 'K' },
}

/** Dark enough for white letters (at least 4.5 to 1). */
const GROUP_COLOURS = {
  crime: '#7c2d6b',
  traffic: '#1f5fa8',
  fire: '#b3321c',
  social: '#7a5200',
  border: '#33406b',
  other: '#3f5d58',
}

/** Outline of each group in a 28 by 28 box, so that the group is told without colour. */
const GROUP_PATHS = {
  crime: 'M5 5h18v18H5z',
  traffic: 'M14 3.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 0 1 0-21z',
  fire: 'M14 1.5L27 25H1z',
  social: 'M14 1.5L26.5 14L14 26.5L1.5 14z',
  border: 'M8 3.5h12L26 14L20 24.5H8L2 14z',
  other: 'M9 4h10a5 5 0 0 1 5 5v10a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5V9a5 5 0 0 1 5-5z',
}

/** @param {string} category @returns {{group: IncidentGroup, letters: string, colour: string, path: string}} */
export function symbolOf(category) {
  const { group, letters } = SYMBOLS[category] ?? SYMBOLS.KHAC
  return { group, letters, colour: GROUP_COLOURS[group], path: GROUP_PATHS[group] }
}

/** What PUT /api/incidents/{uuid} takes of an incident, and all of it: a correction that leaves one out would clear it. */
const BODY_FIELDS = [
  'longitude',
  'latitude',
  'placeAccuracy',
  'occurredAt',
  'occurredUntil',
  'reportedAt',
  'category',
  'severity',
  'majorCase',
  'handlingLevel',
  'state',
  'personsInvolved',
  'dead',
  'injured',
  'damageDong',
  'note',
]

const TIMES = new Set(['occurredAt', 'occurredUntil', 'reportedAt'])

/**
 * @param {object} incident an incident or the values of a form; with a reason where it changes a closed one
 * @param {object|null} [base] the version it is made from: a place that differs from it by less than a centimetre is the same
 * @returns {object} body of a save; empty values are left out
 */
export function toBody(incident, base = null) {
  const body = {}
  for (const field of [...BODY_FIELDS, 'reason']) {
    const value = incident[field]
    if (value !== null && value !== undefined && value !== '') body[field] = value
  }
  // Seven decimals are a centimetre; more only make two equal places look different.
  for (const field of ['longitude', 'latitude']) {
    const rounded = Number(body[field]).toFixed(7)
    const same = base && Number(base[field]).toFixed(7) === rounded
    body[field] = same ? base[field] : Number(rounded)
  }
  return body
}

/** @param {object} mine @param {object} theirs @returns {string[]} body fields in which two versions differ */
export function differingFields(mine, theirs) {
  return BODY_FIELDS.filter((field) => comparable(field, mine[field]) !== comparable(field, theirs[field]))
}

function comparable(field, value) {
  if (value === null || value === undefined || value === '' || value === false) return ''
  if (TIMES.has(field)) return String(new Date(value).getTime())
  if (field === 'longitude' || field === 'latitude') return Number(value).toFixed(7)
  return String(value)
}

/** Last day on which the district's police handled incidents. */
const LAST_DAY_OF_DISTRICTS = '2025-02-28'

/**
 * @param {string} occurredAt ISO 8601 @returns {string[]} levels that a record of this day can be handed up to
 */
export function higherLevels(occurredAt) {
  const day = toWallClock(new Date(occurredAt)).slice(0, 10)
  return day <= LAST_DAY_OF_DISTRICTS ? ['district', 'province'] : ['province']
}
