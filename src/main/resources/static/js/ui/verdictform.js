import { findPersonalData } from '../model/notecheck.js'
import { field, fill, h } from './dom.js'
import { problemBox } from './messages.js'

const VERDICTS = ['met', 'not_met', 'not_assessed']

/**
 * Three answers to one criterion; choosing one asks for the evidence before it is recorded.
 * @param {{t: Function}} context @param {object} area @param {object} criterion
 * @param {{onJudge: (code: string, judgement: object) => Promise<void>,
 *   drafts: Map<string, {judgement: object, error?: Error}>}} actions drafts: what was begun, kept when the list is drawn anew
 */
export function verdictForm({ t }, area, criterion, { onJudge, drafts }) {
  const present = criterion.judgement?.verdict ?? 'not_assessed'
  const form = h('div')
  const buttons = VERDICTS.map((verdict) =>
    h('button', {
      type: 'button',
      class: `verdict-button verdict-${verdict}`,
      testid: `verdict-${verdict}`,
      'aria-pressed': String(verdict === present),
      text: t(`verdict.${verdict}`),
      on: { click: () => choose(verdict) },
    }),
  )
  const group = h(
    'div',
    { class: 'verdicts', role: 'group', 'aria-label': t('year.verdictOf', { code: criterion.code }) },
    buttons,
  )

  const press = (verdict) =>
    buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(VERDICTS[index] === verdict)))

  function choose(verdict, given = drafts.get(criterion.code)?.judgement ?? criterion.judgement, error = null) {
    press(verdict)
    fill(form, evidenceForm(verdict, given, error))
  }

  function cancel() {
    drafts.delete(criterion.code)
    press(present)
    fill(form)
    buttons[VERDICTS.indexOf(present)].focus({ preventScroll: true })
  }

  function evidenceForm(verdict, given, error) {
    const evidence = h('textarea', {
      rows: '2',
      maxlength: '1000',
      testid: 'evidence-text',
      value: given?.evidence ?? '',
      on: { input: check },
    })
    const warning = h('div', { 'aria-live': 'polite' })
    const problem = h('div', {}, error && problemBox(error, t))
    const papers = area.documents.filter((document) => !document.removedAt)
    const paper = h(
      'select',
      { class: 'select', testid: 'evidence-document', value: given?.documentId ?? '' },
      h('option', { value: '', text: t('year.noDocument') }),
      papers.map((document) => h('option', { value: document.id, text: document.name })),
    )
    const save = h('button', {
      type: 'submit',
      class: 'button button-primary',
      testid: 'verdict-save',
      text: t('year.verdictSave', { verdict: t(`verdict.${verdict}`) }),
    })

    const judgement = () => ({
      verdict,
      evidence: evidence.value.trim() || null,
      documentId: paper.value || null,
    })
    const remember = () => drafts.set(criterion.code, { judgement: judgement() })
    paper.addEventListener('change', remember)
    if (!error) remember()

    function check() {
      remember()
      const found = findPersonalData(evidence.value).map((kind) => t(`mark.found.${kind}`))
      fill(warning, found.length > 0 && h('p', { class: 'hint hint-warning', text: t('reason.personalData', { what: found.join(', ') }) }))
    }

    async function submit(event) {
      event.preventDefault()
      save.disabled = true
      try {
        await onJudge(criterion.code, judgement())
      } catch (error) {
        fill(problem, problemBox(error, t))
        save.disabled = false
      }
    }

    return h(
      'form',
      { class: 'stack step-form', on: { submit } },
      field(t('year.evidence'), evidence, { hint: t('year.evidenceHint') }),
      warning,
      papers.length > 0 && field(t('year.document'), paper),
      problem,
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: cancel } }),
        save,
      ),
    )
  }

  const draft = drafts.get(criterion.code)
  if (draft) choose(draft.judgement.verdict, draft.judgement, draft.error)
  return h('div', { class: 'verdict-form' }, group, form)
}
