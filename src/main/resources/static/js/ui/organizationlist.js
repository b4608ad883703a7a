import { h } from './dom.js'
import { ORGANIZATION_KINDS } from './organizationform.js'
import { statusSign } from './statussign.js'

/** Organizations as a table; on a phone each is a card. @param {{t: Function, format: object, onOpen: (organization: object) => void}} context @param {object[]} organizations */
export function organizationTable({ t, format, onOpen }, organizations) {
  const cell = (key, ...content) => h('td', { 'data-label': t(`organization.${key}`) }, content)
  const heads = ['name', 'kind', 'commune', 'status', 'decisionNumber', 'recorded']
  return h(
    'table',
    { class: 'admin-table movement-table', testid: 'organization-table' },
    h('caption', { class: 'visually-hidden', text: t('organization.list') }),
    h('thead', {}, h('tr', {}, heads.map((key) => h('th', { scope: 'col', text: t(`organization.${key}`) })))),
    h(
      'tbody',
      {},
      organizations.map((each) =>
        h(
          'tr',
          { data: { id: each.id } },
          h(
            'th',
            { scope: 'row', 'data-label': t('organization.name') },
            h('button', { type: 'button', class: 'link-button', testid: 'organization-open', text: each.name, on: { click: () => onOpen(each) } }),
          ),
          cell('kind', t(`criterion.subject.${each.kind}`)),
          cell('commune', each.communeName),
          cell('status', statusSign(t, each.status)),
          cell('decisionNumber', each.decisionNumber),
          cell('recorded', each.recordedAt && t('organization.recordedBy', { instant: format.instant(each.recordedAt), by: each.recordedBy })),
        ),
      ),
    ),
  )
}

/**
 * How far each commune is with what its own title asks for.
 * @param {{t: Function, format: object}} context @param {{allKinds: boolean, communes: object[]}} table
 */
export function shareTable({ t, format }, { allKinds, communes }) {
  const kinds = ['residential-area', ...ORGANIZATION_KINDS]
  const head = (text) => h('th', { scope: 'col', text })
  return h(
    'table',
    { class: 'admin-table movement-table share-table', testid: 'share-table' },
    h('caption', { class: 'visually-hidden', text: t('share.title') }),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head(t('organization.commune')),
        kinds.map((kind) => head(t(`criterion.subject.${kind}`))),
        allKinds && head(t('share.registered')),
        head(t('share.recognised')),
      ),
    ),
    h(
      'tbody',
      {},
      communes.map((commune) =>
        h(
          'tr',
          { data: { id: String(commune.id) } },
          h(
            'th',
            { scope: 'row', 'data-label': t('organization.commune') },
            h('span', {}, commune.fullName, commune.parentName && h('small', { text: ` ${commune.parentName}` })),
          ),
          kinds.map((kind) => {
            const tally = commune.kinds.find((each) => each.kind === kind)
            return h('td', {
              'data-label': t(`criterion.subject.${kind}`),
              text: tally?.all ? t('share.tally', { recognised: format.count(tally.recognised), all: format.count(tally.all) }) : '–',
            })
          }),
          commune.shares.map((share) => h('td', { 'data-label': t(`share.${share.code}`) }, shareText({ t, format }, share))),
        ),
      ),
    ),
  )
}

/** "5/8, cần 6: còn thiếu 1". Of none at all there is no share. */
function shareText({ t, format }, { code, numerator, denominator, needed }) {
  if (!denominator) return h('span', { class: 'muted', text: t('share.nothing') })
  const reached = numerator >= needed
  return h(
    'span',
    {},
    h('strong', { text: `${format.count(numerator)}/${format.count(denominator)}` }),
    ` ${t(`share.needed.${code}`, { needed: format.count(needed), all: format.count(denominator) })} `,
    h('span', {
      class: reached ? 'reached' : 'short',
      text: reached ? `✓ ${t('share.reached')}` : `✕ ${t('share.short', { count: format.count(needed - numerator) })}`,
    }),
  )
}
