import { getJson, query, sendForm, sendJson } from './http.js'

const PATH = '/api/imports/residential-areas'

/** What a file can be for on a day, and the imports before. @param {string} [day] "YYYY-MM-DD" */
export const loadImports = (day) => getJson(PATH + query({ day }))

/**
 * Reads a file without changing anything.
 * @param {File} file @param {object} wish unit, day, complete, encoding, crs, swapped, columns, kind
 */
export async function lookAtFile(file, wish) {
  const form = new FormData()
  form.append('file', file)
  return (await sendForm(PATH + query(wish), form)).body
}

/** @param {string} importId @param {number} changes how many the person saw */
export const storeImport = async (importId, changes) =>
  (await sendJson('POST', `${PATH}/${importId}/commit${query({ changes })}`, {})).body

export const takeImportBack = async (importId) => (await sendJson('POST', `${PATH}/${importId}/rollback`, {})).body
