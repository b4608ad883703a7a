import { getFile, getJson, getWithEtag, query, sendJson } from './http.js'

const path = (areaId) => `/api/reports/${encodeURIComponent(areaId)}`

/** @typedef {{from: string, to: string}} Period */

/** What a report says, section by section. @param {string} areaId @param {Period} period */
export const loadReport = (areaId, { from, to }, options) =>
  getJson(`${path(areaId)}.json${query({ from, to })}`, options)

/** A paper of the title. @param {'proposal'|'decision'|'certificate'} form @returns {Promise<{blob: Blob, fileName: string}>} */
export async function downloadForm(unitId, form, format, year) {
  const { blob, fileName } = await getFile(`${path(unitId)}/forms/${form}.${format}${query({ year })}`)
  return { blob, fileName: fileName ?? `${form}.${format}` }
}

/** A map for printing. @param {{theme: string, level: string, size: string, from: string, to: string, year?: string}} sheet @returns {Promise<{blob: Blob, fileName: string}>} */
export async function downloadSheet(areaId, sheet) {
  const { blob, fileName } = await getFile(`${path(areaId)}/map.pdf${query(sheet)}`)
  return { blob, fileName: fileName ?? 'ban-do.pdf' }
}

/** What officers wrote into it. @returns {Promise<{body: object, etag: string}>} */
export const loadReportTexts = (areaId, { from, to }) => getWithEtag(`${path(areaId)}/texts${query({ from, to })}`)

/** @param {Record<string, string>} texts by section @param {string|null} etag null while there is none */
export const saveReportTexts = (areaId, { from, to }, texts, etag) =>
  sendJson('PUT', `${path(areaId)}/texts${query({ from, to })}`, { texts }, { etag })

/** @param {'docx'|'pdf'|'xlsx'} format @returns {Promise<{blob: Blob, fileName: string}>} */
export async function downloadReport(areaId, { from, to }, format) {
  const { blob, fileName } = await getFile(`${path(areaId)}.${format}${query({ from, to })}`)
  return { blob, fileName: fileName ?? `bao-cao.${format}` }
}
