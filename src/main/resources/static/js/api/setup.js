import { getJson, sendJson } from './http.js'

/** @returns {Promise<{demo: boolean, needed: boolean, ready: boolean, places: object[], checks: object[]}>} */
export const loadSetup = () => getJson('/api/setup')

/** @returns {Promise<{provinces: object[], source: string}>} */
export const loadProvinces = () => getJson('/api/setup/provinces')

/** @param {string} code of a province @returns {Promise<object[]>} */
export const loadCommunes = async (code) => (await getJson(`/api/setup/provinces/${encodeURIComponent(code)}/communes`)).communes

/** @param {string[]} codes of provinces and communes */
export const savePlaces = async (codes) => (await sendJson('PUT', '/api/setup/places', { codes })).body

/** @param {number} unitId @param {string|null} since "YYYY-MM-DD" */
export const saveRegister = async (unitId, since) => (await sendJson('PUT', `/api/setup/registers/${unitId}`, { since })).body
