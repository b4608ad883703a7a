import { getJson, query } from './http.js'

/**
 * @param {string} collectionId @param {{day?: string, within?: string|number, bbox?: string|number[]|null}} filter within: only what this unit's
 *   territory comes to on the day; bbox: west, south, east, north
 * @returns {Promise<{type: 'FeatureCollection', features: object[]}>}
 */
export function loadFeatures(collectionId, { day, within, bbox } = {}, options) {
  return getJson(`/api/features/${collectionId}${query({ day, within, bbox })}`, options)
}

/** @param {string} text name, with or without diacritics, or code @param {string} day */
export async function searchAreas(text, day, options) {
  return (await getJson(`/api/territory/search${query({ q: text, day })}`, options)).areas
}

export const loadUnit = (id, options) => getJson(`/api/territory/units/${encodeURIComponent(id)}`, options)

/** The units above one, nearest first, as far as the account sees them. @returns {Promise<Array<{id: number, fullName: string}>>} */
export const loadUnitsAbove = async (id) => (await getJson(`/api/territory/units/${encodeURIComponent(id)}/above`)).units

/** Commune, residential area and road segment of a position on a day. */
export const locate = (longitude, latitude, day, options) =>
  getJson(`/api/territory/locate${query({ longitude, latitude, day })}`, options)

/**
 * Typed coordinates to WGS 84. Geographic systems go as longitude and latitude, projected ones as x = north and
 * y = east, the Vietnamese habit. The answer says when the two were swapped.
 */
export function convertCoordinates(crs, first, second, geographic) {
  const values = geographic ? { crs, longitude: first, latitude: second } : { crs, x: first, y: second }
  return getJson(`/api/coordinates${query(values)}`)
}

/** Reference systems that can be asked for. */
export async function loadSystems() {
  return (await getJson('/api/crs')).systems
}
