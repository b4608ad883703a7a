/** What the list of incidents is narrowed to, as a query of the interface and as a test of one incident. */

/** Flags that a chip switches on and off. */
export const FLAGS = ['nearBorder', 'unassigned', 'majorCase']
export const STATES = ['received', 'verifying', 'resolved', 'transferred', 'not_a_case']
export const HANDLING_LEVELS = ['commune', 'district', 'province']

/**
 * @typedef {object} ListFilter
 * @property {boolean} mine the account's own marks, of whatever period
 * @property {boolean} nearBorder
 * @property {boolean} unassigned
 * @property {boolean} majorCase
 * @property {boolean} inView only what the map shows
 * @property {string} category code, "" for all
 * @property {string} state "" for all
 * @property {string} handlingLevel "" for all
 */

/** @param {boolean} mine @returns {ListFilter} */
export function emptyFilter(mine) {
  return {
    mine,
    nearBorder: false,
    unassigned: false,
    majorCase: false,
    inView: false,
    category: '',
    state: '',
    handlingLevel: '',
  }
}

/** @param {ListFilter} filter @returns {boolean} anything but the choice between the own marks and all is set */
export function isNarrowed(filter) {
  return FLAGS.some((flag) => filter[flag]) || ['category', 'state', 'handlingLevel'].some((name) => filter[name] !== '')
}

/**
 * @param {ListFilter} filter
 * @param {{from: string, to: string, place: number|null, boundaryDay: string|null, bbox: number[]|null}} view
 * @returns {object} query of /api/incidents and of what goes with it; the own marks know neither period nor place
 */
export function toQuery(filter, { from, to, place, boundaryDay, bbox }) {
  const where = filter.mine ? { mine: true } : { from, to, within: place, boundaryDay: boundaryDay ?? to }
  for (const flag of FLAGS) if (filter[flag]) where[flag] = true
  for (const name of ['category', 'state', 'handlingLevel']) if (filter[name]) where[name] = filter[name]
  if (filter.inView && bbox) where.bbox = bbox.map((degree) => degree.toFixed(6)).join(',')
  return where
}

/**
 * @param {ListFilter} filter
 * @returns {string|null} its category, "" for all, where it asks for nothing else; null where it does
 */
export function onlyCategory(filter) {
  return filter.mine || isNarrowed({ ...filter, category: '' }) ? null : filter.category
}

/** @param {ListFilter} filter @returns {(incident: object) => boolean} whether the map shows it beside the list */
export function matcher(filter) {
  return (incident) =>
    (!filter.mine || incident.mine) &&
    (!filter.nearBorder || incident.nearBorder) &&
    (!filter.unassigned || (!incident.residentialArea && incident.placeAccuracy !== 'unknown')) &&
    (!filter.majorCase || incident.majorCase) &&
    (!filter.category || incident.category === filter.category) &&
    (!filter.state || incident.state === filter.state) &&
    (!filter.handlingLevel || incident.handlingLevel === filter.handlingLevel)
}

/**
 * The head of the list, in numbers.
 * @param {object} summary answer of /api/incidents/summary @param {object|null} comparison answer of /api/incidents/comparison
 * @returns {{count: number, before: number|null, difference: number|null, complete: boolean}} complete = the registers
 *   cover the period, so that the count may be compared
 */
export function headFigures(summary, comparison) {
  return {
    count: summary.count,
    before: comparison?.before.count ?? null,
    difference: comparison?.difference ?? null,
    complete: comparison?.period.covered ?? false,
  }
}
