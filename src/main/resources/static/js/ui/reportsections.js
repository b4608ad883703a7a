import { findPersonalData } from '../model/notecheck.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'

/**
 * What a report says, section by section, with room for what an officer adds.
 * @param {{t: Function, format: object}} context
 * @param {{sections: Array<{key: string, heading: string, sentences: string[], tables: object[]}>, notes: string[]}} report
 * @param {{texts: Record<string, string>, version: number, proposal: object|null, mayWrite: boolean}} written
 */
export function reportSections({ t, format }, report, written) {
  const parts = report.sections.map((section) => part({ t }, section, written))
  let before = collect()

  function collect() {
    return JSON.stringify(parts.map((one) => one.text()))
  }

  const proposal = written.mayWrite && written.version === 0 && written.proposal
  const offer =
    proposal &&
    h(
      'div',
      { class: 'notice notice-info' },
      icon('info'),
      h('p', { text: t('report.proposal', { period: format.period(proposal) }) }),
      h('button', {
        type: 'button',
        class: 'button button-small',
        testid: 'report-use-proposal',
        text: t('report.useProposal'),
        on: { click: useProposal },
      }),
    )

  function useProposal() {
    parts.forEach((one) => one.set(proposal.texts[one.key] ?? ''))
    offer.remove()
  }

  return {
    element: h(
      'div',
      { class: 'report-sections' },
      report.notes.length > 0 &&
        h('ul', { class: 'plain-list hint' }, report.notes.map((note) => h('li', { text: note }))),
      offer,
      parts.map((one) => one.element),
    ),
    /** @returns {Record<string, string>} by section */
    texts: () => Object.fromEntries(parts.map((one) => [one.key, one.text()])),
    changed: () => written.mayWrite && collect() !== before,
    /** What the service has now stands in the fields. */
    saved(view) {
      parts.forEach((one) => one.set(view.texts[one.key] ?? ''))
      parts.forEach((one) => one.showOther(null))
      before = collect()
    },
    /** Below each of the own texts that of somebody who was faster. */
    showOthers(texts) {
      parts.forEach((one) => {
        const other = texts[one.key] ?? ''
        one.showOther(other === one.text().trim() ? null : other)
      })
    },
  }
}

function part({ t }, section, { texts, mayWrite }) {
  const own = texts[section.key] ?? ''
  const warning = h('div', { 'aria-live': 'polite' })
  const other = h('div', {})
  const input = h('textarea', {
    rows: '3',
    maxlength: '10000',
    testid: `report-text-${section.key}`,
    value: own,
    on: { input: check },
  })

  function check() {
    const found = findPersonalData(input.value).map((kind) => t(`mark.found.${kind}`))
    fill(
      warning,
      found.length > 0 &&
        h('p', { class: 'hint hint-warning', text: t('reason.personalData', { what: found.join(', ') }) }),
    )
  }

  const element = h(
    'details',
    { class: 'fold report-section', testid: `report-section-${section.key}` },
    h(
      'summary',
      {},
      h('span', { text: section.heading }),
      own && h('span', { class: 'tag', text: t('report.hasText') }),
    ),
    h(
      'div',
      { class: 'report-section-body' },
      section.sentences.map((sentence) => h('p', { text: sentence })),
      section.tables.length > 0 &&
        h('p', { class: 'hint', text: t('report.tables', { count: section.tables.length }) }),
      mayWrite ? field(t('report.text'), input) : own && h('p', { class: 'quote report-text', text: own }),
      warning,
      other,
    ),
  )
  return {
    key: section.key,
    element,
    text: () => input.value,
    set(text) {
      input.value = text
      check()
    },
    showOther(text) {
      if (text !== null) element.open = true
      fill(
        other,
        text !== null && [
          h('p', { class: 'hint hint-warning', text: t('report.others') }),
          h('p', { class: 'quote report-text', text: text || t('report.empty') }),
        ],
      )
    },
  }
}
