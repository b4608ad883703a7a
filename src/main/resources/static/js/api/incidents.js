import { getJson, getWithEtag, query, sendDelete, sendForm, sendJson } from './http.js'

const PAGE_SIZE = 500
/** A map of more points than this tells nothing; the figures do not depend on it. */
const MOST_POINTS = 5000

const path = (id) => `/api/incidents/${encodeURIComponent(id)}`

export async function loadCategories() {
  return (await getJson('/api/incident-categories')).categories
}

/**
 * @param {{from?: string, to?: string, bbox?: string, mine?: boolean, areaId?: string}} filter
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

/** @param {string|null} reason needed where the incident is closed */
export const withdrawIncident = (id, etag, reason) =>
  sendJson('POST', `${path(id)}/withdraw`, reason ? { reason } : {}, { etag })

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
