import { h } from './dom.js'
import { criterionHint } from './criterionhint.js'
import { verdictForm } from './verdictform.js'

/**
 * What the year is judged by, criterion by criterion, with the judgement that holds and the figures beside it.
 * @param {{t: Function, format: object}} context
 * @param {object} area one area's year
 * @param {{onJudge: (code: string, judgement: object) => Promise<void>, url: (documentId: string) => string,
 *   drafts: Map<string, {judgement: object, error?: Error}>}} actions drafts: what was begun and is not recorded yet, by code
 */
export function criteriaFold(context, area, actions) {
  const { t } = context
  const judged = area.criteria.filter((each) => each.judgement && each.judgement.verdict !== 'not_assessed').length
  return h(
    'details',
    { class: 'fold', testid: 'criteria' },
    h(
      'summary',
      {},
      t('criteria.title', { year: area.year }),
      ' ',
      h('span', { class: 'fold-count', text: t('criteria.judgedOf', { judged, all: area.criteria.length }) }),
    ),
    h(
      'div',
      { class: 'stack', testid: 'criteria-content' },
      !area.window.verified && h('p', { class: 'hint', text: t('criteria.windowUnchecked') }),
      area.criteria.length
        ? h('ol', { class: 'criteria', role: 'list' }, area.criteria.map((each) => row(context, area, each, actions)))
        : h('p', { text: t('criteria.none') }),
    ),
  )
}

function row(context, area, criterion, actions) {
  const { t } = context
  const tag = (text) => h('span', { class: 'tag', text })
  const verdict = criterion.judgement?.verdict ?? 'not_assessed'
  return h(
    'li',
    { testid: 'criterion', class: `criterion criterion-${verdict}`, data: { code: criterion.code } },
    h('p', { class: 'criterion-text' }, h('strong', { text: `${criterion.code} ` }), criterion.text),
    h(
      'p',
      { class: 'muted' },
      t(`criteria.judged.${criterion.judgedBy}`),
      ' · ',
      criterion.source,
      ' ',
      !criterion.verified && tag(t('criteria.check')),
      ' ',
      criterion.optional && tag(t('criteria.optional')),
    ),
    criterion.hint && criterionHint(context, criterion.hint, area.id),
    area.mayJudge
      ? verdictForm(context, area, criterion, actions)
      : h('p', { class: `verdict verdict-${verdict}`, testid: 'verdict', text: t(`verdict.${verdict}`) }),
    criterion.judgement && judgementNote(context, area, criterion.judgement, actions),
  )
}

function judgementNote({ t, format }, area, judgement, { url }) {
  const paper = area.documents.find((document) => document.id === judgement.documentId)
  const who = h('p', {
    class: 'muted',
    text: t('year.judgedBy', { at: format.instant(judgement.judgedAt), by: judgement.judgedBy }),
  })
  return [
    judgement.evidence && h('p', { class: 'quote', testid: 'evidence', text: judgement.evidence }),
    paper &&
      h(
        'p',
        { class: 'muted' },
        `${t('year.document')}: `,
        paper.removedAt ? t('document.removedName', { name: paper.name }) : h('a', { href: url(paper.id), text: paper.name }),
      ),
    who,
  ]
}
