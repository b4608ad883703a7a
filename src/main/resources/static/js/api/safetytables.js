import { getFile, getJson, query, sendJson } from './http.js'

const PATH = '/api/safety'

/** A year of a place. @param {{year: number, within?: string, asOf?: string}} question */
export const loadYearTable = ({ year, within, asOf }, options) =>
  getJson(`${PATH}/${year}/table${query({ within, asOf })}`, options)

/** @param {'xlsx'|'csv'} format @returns {Promise<{blob: Blob, fileName: string}>} */
export async function downloadYearTable({ year, within, asOf }, format) {
  const { blob, fileName } = await getFile(`/api/exports/safety/${year}.${format}${query({ within, asOf })}`)
  return { blob, fileName: fileName ?? `an-toan-ve-antt-${year}.${format}` }
}

/** The share of each commune that is registered and recognised. */
export const loadShares = ({ year, within, asOf }, options) =>
  getJson(`${PATH}/${year}/shares${query({ within, asOf })}`, options)

/** @returns {Promise<{organizations: object[], mayWrite: boolean}>} */
export const loadOrganizations = ({ year, within, asOf }, options) =>
  getJson(`${PATH}/${year}/organizations${query({ within, asOf })}`, options)

const path = (id) => `${PATH}/organizations/${encodeURIComponent(id)}`
/** What it was and each step of its years, oldest first. @returns {Promise<{history: object[], steps: object[]}>} */
export const loadOrganizationHistory = (id) => getJson(`${path(id)}/history`)

const etagOf = (version) => (version === null ? null : `"${version}"`)

/** @param {number|null} version of the one that was changed, null for a new one */
export async function saveOrganization(id, body, version) {
  return (await sendJson('PUT', path(id), body, { etag: etagOf(version) })).body
}

export async function withdrawOrganization(id, version) {
  return (await sendJson('POST', `${path(id)}/withdraw`, {}, { etag: etagOf(version) })).body
}

/** @param {{status: string, decisionNumber: string|null, note: string|null}} step */
export async function recordOrganizationStep(year, id, step) {
  return (await sendJson('PUT', `${PATH}/${year}/organizations/${encodeURIComponent(id)}`, step)).body
}
