import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fold } from '../../../src/sensitive/fold.ts'
import { withoutDiagnosisOfAMachine } from '../../../src/sensitive/lexicon/hardware.ts'
import { sensitiveText } from '../../../src/sensitive/sensitive-text.ts'

const test = suite('hardware')

/** What is broken in a machine, in the official languages of the EU. */
const machines = [
  'Diagnose: Festplatte defekt',
  'Diagnostic : carte réseau morte',
  'Diagnóstico: disco duro averiado',
  'diagnosi: alimentatore guasto',
  'Diagnostic: sursă de alimentare arsă',
  'Diagnóis: cábla briste sa raca',
  'diagnóza: vadný kabel',
  'diagnoosi: kovalevy rikki',
  'διάγνωση: χαλασμένος δίσκος',
  'диагноза: повреден диск',
  'Diagnos: trasig fläkt i switchen',
  'diagnózis: hibás tápegység',
  'diagnoze: bojāts kabelis',
  'dijagnoza: neispravno napajanje',
  'dijanjosi: kejbil maqtugħ'
]

for (const text of machines)
  test(`${text}: a machine has no patient`, () => {
    assert.equal(sensitiveText('Note', text), [])
  })

test('the diagnosis of a person is found beside the part of a machine', () => {
  for (const text of [
    'Diagnose: Migräne, Monitor am Bett',
    'diagnosi: asma, stampante',
    'Diagnose: Beschwerden beim Gehen'
  ])
    assert.is(sensitiveText('Note', text)[0]?.kind, 'personal-data', text)
})

test('only the word for a diagnosis is taken out', () => {
  assert.is(withoutDiagnosisOfAMachine(fold('Diagnose: Kabel')).trim(), ': kabel')
  assert.is(withoutDiagnosisOfAMachine('diagnose: asthma'), 'diagnose: asthma')
})

test.run()
