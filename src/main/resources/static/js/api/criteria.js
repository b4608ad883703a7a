import { getJson, sendJson } from './http.js'

const PATH = '/api/settings/criteria'

const criterionPath = (set, { subject, code }) => `${PATH}/${encodeURIComponent(set)}/${subject}/${encodeURIComponent(code)}`

/** All sets with all criteria, inactive ones too. */
export async function loadCriteriaSets() {
  return (await getJson(PATH)).sets
}

/** @param {string} set @param {{subject: string, code: string}} criterion @param {object} body @param {number|null} version null for a new one */
export async function saveCriterion(set, criterion, body, version) {
  const etag = version === null ? null : `"${version}"`
  return (await sendJson('PUT', criterionPath(set, criterion), body, { etag })).body
}

export async function loadCriterionHistory(set, criterion) {
  return (await getJson(`${criterionPath(set, criterion)}/history`)).history
}

/** @param {string} rule windows, or deadlines/registered and the like */
const rulePath = (set, rule) => `${PATH}/${encodeURIComponent(set)}/${rule}`

/** @param {string} set @param {string} rule see rulePath @param {object} body @param {number} version */
export async function saveRule(set, rule, body, version) {
  return (await sendJson('PUT', rulePath(set, rule), body, { etag: `"${version}"` })).body
}

export async function loadRuleHistory(set, rule) {
  return (await getJson(`${rulePath(set, rule)}/history`)).history
}
