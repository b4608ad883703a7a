import { getJson, query, sendFile, sendJson } from './http.js'

const PATH = '/api/movement'
const IMPORTS = '/api/imports/registers'
const KINDS = '/api/settings/movement-kinds'
const PAGE_SIZE = 50

const entryPath = (register, id) => `${PATH}/registers/${register}/entries/${encodeURIComponent(id)}`
const etagOf = (version) => (version === null ? null : `"${version}"`)

/** The registers with their fields and kinds. @returns {Promise<{registers: object[], teams: object, mayWrite: boolean}>} */
export const loadRegisters = () => getJson(`${PATH}/registers`)

/** @typedef {{from: string, to: string, within: string|number|null}} MovementFilter */

/** One page, newest first. @param {string} register @param {MovementFilter} filter @param {string|null} cursor */
export const loadEntries = (register, filter, cursor, options) =>
  getJson(`${PATH}/registers/${register}/entries${query({ ...filter, limit: PAGE_SIZE, cursor })}`, options)

/** What all pages come to. @param {string} register @param {MovementFilter} filter */
export const loadSums = (register, filter, options) =>
  getJson(`${PATH}/registers/${register}/sums${query(filter)}`, options)

/** Entries of all registers that have a place on the map. @param {MovementFilter} filter */
export async function loadPlacedEntries(filter, options) {
  return (await getJson(`${PATH}/places${query(filter)}`, options)).entries
}

export const loadEntry = (register, id) => getJson(entryPath(register, id))

export async function loadEntryHistory(register, id) {
  return (await getJson(`${entryPath(register, id)}/history`)).history
}

/** @param {number|null} version of the entry that was changed, null for a new one */
export async function saveEntry(register, id, body, version) {
  return (await sendJson('PUT', entryPath(register, id), body, { etag: etagOf(version) })).body
}

export async function withdrawEntry(register, id, reason, version) {
  return (await sendJson('POST', `${entryPath(register, id)}/withdraw`, { reason }, { etag: etagOf(version) })).body
}

/** @param {{day: string, within: string|number|null}} filter */
export async function loadTeams(filter, options) {
  return (await getJson(`${PATH}/security-teams${query(filter)}`, options)).teams
}

export async function loadTeamHistory(id) {
  return (await getJson(`${PATH}/security-teams/${id}/history`)).history
}

/** @param {number|null} id null for a new team @param {number|null} version */
export async function saveTeam(id, body, version) {
  const answer =
    id === null
      ? await sendJson('POST', `${PATH}/security-teams`, body)
      : await sendJson('PUT', `${PATH}/security-teams/${id}`, body, { etag: etagOf(version) })
  return answer.body
}

/** Reads a table without storing it. @param {string} register @param {{file?: File, text?: string}} table */
export async function lookAtRegisterTable(register, { file, text }) {
  const path = `${IMPORTS}/${register}`
  return (await (file ? sendFile(path, file) : sendJson('POST', path, { text }))).body
}

/** @param {number} rows how many rows the person saw that will be stored */
export async function storeRegisterTable(register, importId, rows) {
  const path = `${IMPORTS}/${register}/${encodeURIComponent(importId)}/commit`
  return (await sendJson('POST', `${path}${query({ rows })}`, {})).body
}

/** Tables that were stored before, newest first. */
export async function loadRegisterTables(register) {
  return (await getJson(`${IMPORTS}/${register}`)).tables
}

/** Withdraws all entries that the table brought in. */
export async function takeRegisterTableBack(register, importId) {
  return (await sendJson('POST', `${IMPORTS}/${register}/${encodeURIComponent(importId)}/rollback`, {})).body
}

/** All open lists as an administrator maintains them. */
export async function loadKinds() {
  return (await getJson(KINDS)).kinds
}

const kindPath = ({ register, code }) => `${KINDS}/${register}/${encodeURIComponent(code)}`

/** @param {{register: string, code: string}} kind @param {object} body @param {number|null} version null for a new one */
export async function saveKind(kind, body, version) {
  return (await sendJson('PUT', kindPath(kind), body, { etag: etagOf(version) })).body
}

export async function loadKindHistory(kind) {
  return (await getJson(`${kindPath(kind)}/history`)).history
}
