import { ApiProblem, getFile, getLines, getWithEtag, query, sendJson } from './http.js'

const path = (areaId) => `/api/reports/${encodeURIComponent(areaId)}`

/** @typedef {{from: string, to: string}} Period */

/** @typedef {{working: string, done: number, of: number}} Step what is made now: a section, the registers, the file */

/**
 * What a report says, section by section.
 * @param {string} areaId @param {Period} period @param {(step: Step) => void} onStep @param {{signal?: AbortSignal}} [options]
 */
export async function loadReport(areaId, { from, to }, onStep, options) {
  return (await report(areaId, { from, to }, onStep, 'report', options)).report
}

/** @throws {ApiProblem} where the answer broke off */
async function report(areaId, question, onStep, wanted, options) {
  const last = await getLines(`${path(areaId)}.ndjson${query(question)}`, onStep, options)
  if (!last[wanted]) throw new ApiProblem({ status: 0 })
  return last
}

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

/** @param {'docx'|'pdf'|'xlsx'} format @param {(step: Step) => void} onStep @returns {Promise<{blob: Blob, fileName: string}>} */
export async function downloadReport(areaId, { from, to }, format, onStep) {
  const { file } = await report(areaId, { from, to, format }, onStep, 'file')
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))
  return { blob: new Blob([bytes], { type: file.mediaType }), fileName: file.fileName }
}
