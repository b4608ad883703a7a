import { getJson, query, sendJson } from './http.js'

const PATH = '/api/drawings'
const PATH_OF = { area: `${PATH}/residential-areas`, road: `${PATH}/road-segments` }

/** What lies in a box on a day, with every vertex as stored. @param {number[]} bbox west, south, east, north */
export const loadSurroundings = (day, bbox, { signal } = {}) =>
  getJson(`${PATH}/surroundings${query({ day, bbox: bbox.map((degrees) => degrees.toFixed(6)).join(',') })}`, { signal })

/** Looks without changing anything. @param {'area'|'road'} kind @param {object} draft */
export const lookAtDrawing = async (kind, draft) => (await sendJson('POST', `${PATH_OF[kind]}/look`, draft)).body

/** @param {'area'|'road'} kind @param {string} id made here, so that what is sent twice is stored once @param {object} save drawing, revision, remarks, reason */
export const saveDrawing = async (kind, id, save) => (await sendJson('PUT', `${PATH_OF[kind]}/${id}`, save)).body

export const takeDrawingBack = async (id) => (await sendJson('POST', `${PATH}/${id}/take-back`, {})).body

/** Drawings that were stored, newest first. */
export const loadDrawings = async () => (await getJson(PATH)).drawings
