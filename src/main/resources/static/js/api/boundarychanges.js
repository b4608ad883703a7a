import { getJson, sendJson } from './http.js'

const PATH = '/api/boundary-changes'

/** Changes that were stored, newest first. */
export const loadBoundaryChanges = async () => (await getJson(PATH)).changes

/**
 * Works a change out without changing anything.
 * @param {{kind: string, day: string, unitIds: number[], parts: object[], geometry?: object, line?: object, restTo?: number,
 *   childIds?: number[], children?: object[]}} wish
 */
export const lookAtChange = async (wish) => (await sendJson('POST', PATH, wish)).body

/** @param {string} changeId @param {{changes: number, reason: string, decisionNumber?: string, decisionDay?: string}} decision */
export const storeChange = async (changeId, decision) => (await sendJson('POST', `${PATH}/${changeId}/commit`, decision)).body

export const takeChangeBack = async (changeId) => (await sendJson('POST', `${PATH}/${changeId}/rollback`, {})).body
