import { getJson, getWithEtag, query, sendDelete, sendForm, sendJson } from './http.js'

const PAGE_SIZE = 1000
/** A map of more points than this tells nothing; the figures do not depend on it. */
const MOST_POINTS = 5000

const path = (id) => `/api/incidents/${encodeURIComponent(id)}`

export async function loadCategories() {
  return (await getJson('/api/incident-categories')).categories
}

/**
 * @typedef {{from?: string, to?: string, category?: string, severity?: string, state?: string, handlingLevel?: string,
 *   majorCase?: boolean, nearBorder?: boolean, unassigned?: boolean, assigned?: boolean, bbox?: string, mine?: boolean,
 *   areaId?: string, within?: string|number, boundaryDay?: string}} IncidentFilter
 */

/**
 * One page, newest first.
 * @param {IncidentFilter} filter @param {string|null} cursor `next` of the page before
 * @returns {Promise<{incidents: object[], next: string|null, numberMatched: number}>}
 */
export const loadIncidentPage = (filter, cursor, options) =>
  getJson(`/api/incidents${query({ ...filter, limit: 30, cursor })}`, options)

/** What all pages come to. @param {IncidentFilter} filter */
export const loadSummary = (filter, options) => getJson(`/api/incidents/summary${query(filter)}`, options)

/** The period beside the same one of the year before. @param {IncidentFilter} filter with from and to */
export const loadComparison = (filter, options) => getJson(`/api/incidents/comparison${query(filter)}`, options)

/** @param {{longitude: number, latitude: number, occurredAt: string, category?: string, except?: string}} mark */
export async function loadDuplicates(mark, options) {
  return (await getJson(`/api/incidents/duplicates${query(mark)}`, options)).incidents
}

/** Puts an incident into an area by hand. @returns {Promise<{body: object, etag: string}>} */
export const assignArea = (id, areaId, etag, reason = null) =>
  sendJson('PUT', `${path(id)}/assignment`, { areaId, reason }, { etag })

/** Lets the place of the incident decide again. */
export const releaseArea = (id, etag, reason = null) =>
  sendJson('DELETE', `${path(id)}/assignment`, { reason }, { etag })

/**
 * @param {IncidentFilter} filter
 * @returns {Promise<{incidents: object[], complete: boolean}>}
 */
export async function loadIncidents(filter, options) {
  const incidents = []
  let cursor = null
  do {
    const page = await getJson(`/api/incidents${query({ ...filter, limit: PAGE_SIZE, cursor })}`, options)
    incidents.push(...page.incidents)
    cursor = page.next
  } while (cursor && incidents.length < MOST_POINTS)
  return { incidents, complete: !cursor }
}

/** @returns {Promise<{body: object, etag: string}>} */
export const loadIncident = (id) => getWithEtag(path(id))

/** @param {string} id client-made UUID @param {object} body @param {string|null} etag of the version that was changed, null for a new one */
export async function saveIncident(id, body, etag) {
  const answer = await sendJson('PUT', path(id), body, { etag })
  return answer.body?.id ? answer : loadIncident(id)
}

/** @returns {Promise<{steps: object[], next: string[]}>} how the handling went, and the states that may follow */
export const loadSteps = (id) => getJson(`${path(id)}/steps`)

/** @returns {string} address of the picture, for those who may see it */
export const photoUrl = (id, photoId) => `${path(id)}/photos/${encodeURIComponent(photoId)}`

/** @param {string} id @param {File} file JPEG or PNG @param {string|null} reason needed where the incident is closed */
export function addPhoto(id, file, reason) {
  const form = new FormData()
  form.append('file', file)
  if (reason) form.append('reason', reason)
  return sendForm(`${path(id)}/photos`, form)
}

export const removePhoto = (id, photoId, reason) => sendDelete(`${photoUrl(id, photoId)}${query({ reason })}`)

export async function loadHistory(id) {
  return (await getJson(`${path(id)}/history`)).history
}

/**
 * Removes the note for good, history included; for administrators.
 * @param {string} id @param {{reason: string, reasons: boolean, photos: boolean}} what reasons of earlier changes and photos go
 *   as well
 * @returns {Promise<{noteRedactedAt: string, photosRemoved: number, photosLeft: number}>}
 */
export const redactNote = async (id, what) => (await sendJson('POST', `${path(id)}/redaction`, what)).body
