import { getJson, getWithEtag, query, sendDelete, sendForm, sendJson } from './http.js'

const path = (year, areaId) => `/api/safety/${year}/areas/${encodeURIComponent(areaId)}`

/**
 * One area's year with the version that a change is based on.
 * @param {string|null} [asOf] as recorded by the end of this day, which nothing can be based on
 * @returns {Promise<{body: object, etag: string|null}>}
 */
export const loadAreaYear = (year, areaId, asOf = null) => getWithEtag(`${path(year, areaId)}${query({ asOf })}`)

/** Statuses of several years of what this unit comes to on a day. @param {string} within @param {{from: number, to: number, boundaryDay: string, asOf?: string|null}} years */
export const loadStatusYears = (within, { from, to, boundaryDay, asOf }, options) =>
  getJson(`/api/safety/years${query({ from, to, within, boundaryDay, asOf })}`, options)

/**
 * @param {{status: string, note?: string, [fact: string]: unknown}} step the status and the facts that belong to it
 * @param {string|null} etag of the year as it was seen
 * @returns {Promise<object>} the area's new entry
 */
export const recordStep = async (year, areaId, step, etag) =>
  (await sendJson('PUT', path(year, areaId), step, { etag })).body

/** @param {{verdict: string, evidence: string|null, documentId: string|null}} judgement @returns {Promise<{body: object, etag: string}>} the year */
export const judgeCriterion = (year, areaId, code, judgement, etag) =>
  sendJson('PUT', `${path(year, areaId)}/criteria/${encodeURIComponent(code)}`, judgement, { etag })

/** @returns {string} address of the file, which the browser saves */
export const documentUrl = (year, areaId, id) => `${path(year, areaId)}/documents/${encodeURIComponent(id)}`

/** @param {File} file PDF, JPEG or PNG */
export function addDocument(year, areaId, file) {
  const form = new FormData()
  form.append('file', file)
  return sendForm(`${path(year, areaId)}/documents`, form)
}

export const removeDocument = (year, areaId, id) => sendDelete(documentUrl(year, areaId, id))
