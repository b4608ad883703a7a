import { getJson, query, sendFile, sendJson } from './http.js'

const PATH = '/api/imports/incidents'

/** Reads a table without storing it. @param {{file?: File, text?: string}} table @param {string} crs of the columns X and Y */
export async function lookAtTable({ file, text }, crs) {
  const path = PATH + query({ crs })
  return (await (file ? sendFile(path, file) : sendJson('POST', path, { text }))).body
}

/** @param {string} importId @param {number} rows how many rows the person saw that will be stored */
export async function storeTable(importId, rows) {
  return (await sendJson('POST', `${PATH}/${encodeURIComponent(importId)}/commit${query({ rows })}`, {})).body
}

/** Tables that were stored before, newest first. */
export async function loadTables() {
  return (await getJson(PATH)).tables
}

/** Withdraws all incidents that the table brought in. */
export async function takeTableBack(importId) {
  return (await sendJson('POST', `${PATH}/${encodeURIComponent(importId)}/rollback`, {})).body
}
