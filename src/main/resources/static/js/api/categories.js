import { getJson, sendJson } from './http.js'

const PATH = '/api/settings/incident-categories'

/**
 * The list as an administrator maintains it.
 * @returns {Promise<{categories: object[], scales: Array<{scale: string, grades: object[]}>}>}
 */
export const loadCategorySettings = () => getJson(PATH)

/**
 * Adds a category, or changes one.
 * @param {string} code @param {object} body nameVi, nameEn, scale, restricted, active
 * @param {number|null} version of the category that was changed, null for a new one
 * @returns {Promise<object>} the category as it is now
 */
export async function saveCategory(code, body, version) {
  const etag = version === null ? null : `"${version}"`
  return (await sendJson('PUT', `${PATH}/${encodeURIComponent(code)}`, body, { etag })).body
}
