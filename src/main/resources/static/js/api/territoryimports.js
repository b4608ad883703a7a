import { getJson, query, sendDelete, sendForm, sendJson } from './http.js'

const path = (collection) => `/api/imports/${collection}`

/**
 * What a file can be for on a day, and the imports before.
 * @param {'residential-areas'|'villages'|'residential-blocks'|'road-segments'|'communes'} collection @param {string} [day] "YYYY-MM-DD"
 */
export const loadImports = (collection, day) => getJson(path(collection) + query({ day }))

/** Collections whose files change boundaries. */
const OF_AREAS = ['residential-areas', 'villages', 'residential-blocks', 'communes']

/** Files of boundaries that were stored, each with its collection. @returns {Promise<object[]>} */
export const loadStoredFiles = async () =>
  (await Promise.all(OF_AREAS.map(async (collection) => (await loadImports(collection)).imports.map((each) => ({ ...each, collection }))))).flat()

/**
 * Reads a file without changing anything.
 * @param {string} collection @param {File} file
 * @param {object} wish unit, day, complete, encoding, crs, swapped, columns, kind, layer
 */
export async function lookAtFile(collection, file, wish) {
  const form = new FormData()
  form.append('file', file)
  return (await sendForm(path(collection) + query(wish), form)).body
}

/** @param {string} collection @param {string} importId @param {number} changes how many the person saw */
export const storeImport = async (collection, importId, changes) =>
  (await sendJson('POST', `${path(collection)}/${importId}/commit${query({ changes })}`, {})).body

export const takeImportBack = async (collection, importId) =>
  (await sendJson('POST', `${path(collection)}/${importId}/rollback`, {})).body

/** The GeoJSON of a draft, as a program sent it. @returns {Promise<File>} */
export const loadDraftFile = async (collection, { importId, fileName }) =>
  new File([JSON.stringify(await getJson(`${path(collection)}/${importId}/file`))], fileName)

/** Nothing of it was stored. */
export const dropDraft = (collection, importId) => sendDelete(`${path(collection)}/${importId}`)
