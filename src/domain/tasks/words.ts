import type { Language } from '../text/language.ts';
import { type AboutBody, isAbout, type RecordedBody } from './about.ts';
import type { StepBody, TaskEvent, TaskFactBody } from './facts.ts';
import type { TaskRegime } from './law.ts';
import { changeWordsOf, resultWordsOf, stepWordsOf } from './lifecycle/names.ts';
import { getStep } from './lifecycle/opening.ts';
import { marksOf } from './lifecycle/step.ts';
import { phrases } from './phrases.ts';

/** In which law and language a fact is told. */
interface Telling {
  regime: TaskRegime;
  language: Language;
}

/** What a fact says, in a sentence without its day. What people wrote stays as they wrote it. */
export function taskSentence(body: RecordedBody, regime: TaskRegime, language: Language = 'vi'): string {
  const fact = { body };
  if (isAbout(fact)) return aboutSentence(fact.body, { regime, language });
  const said = body as TaskFactBody;
  const telling = { regime, language };
  if (said.kind !== 'corrected') return eventSentence(said, telling);
  const say = phrases[language];
  return said.instead === null
    ? say.notSo(said.reason)
    : say.putRight(eventSentence(said.instead, telling), said.reason);
}

function aboutSentence(body: AboutBody, telling: Telling): string {
  const say = phrases[telling.language];
  switch (body.kind) {
    case 'described':
      return say.described(body.profile.title);
    case 'coded':
      return say.coded(body.code);
    case 'uncoded':
      return say.uncoded(body.code, body.reason);
    case 'contractArranged': {
      const { signers, instalments } = body;
      const names = [signers.agency?.name, signers.host?.name].filter((one) => one !== undefined);
      return say.contractArranged(names, instalments.length);
    }
    case 'regimeDecided':
      return say.regimeDecided(body.number, body.regime, body.reason);
    case 'sentIn':
      return say.sentIn(eventSentence(body.event, telling));
    case 'sentBack':
      return say.sentBack(body.reason);
  }
}

/** The name of a step; where this law has none of the kind, that it stands beside its life cycle. */
function nameOf(kind: StepBody['kind'], { regime, language }: Telling): string {
  const name = stepWordsOf(regime, kind, language);
  return getStep(regime, kind) ? name : phrases[language].beside(name);
}

function eventSentence(body: TaskEvent, telling: Telling): string {
  const say = phrases[telling.language];
  switch (body.kind) {
    case 'takenOver':
      return say.takenOver;
    case 'supplementAsked':
      return say.supplementAsked(lower(nameOf(body.of, telling)), body.reason);
    case 'supplementReceived':
      return say.supplementReceived(lower(nameOf(body.of, telling)));
    default: {
      const details = detailsOf(body, telling.language);
      const name = nameOf(body.kind, telling);
      return details.length > 0 ? `${name}: ${details.join('; ')}` : name;
    }
  }
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** What of a step is worth saying beside its name. */
function detailsOf(body: StepBody, language: Language): string[] {
  const say = phrases[language];
  switch (body.kind) {
    case 'proposed':
    case 'listed':
      return [body.title];
    case 'called':
      return [say.modes[body.mode], say.filingUntil(body.closesOn)];
    case 'callExtended':
      return [say.until(body.closesOn), body.reason];
    case 'filed':
      return [body.host.name, body.investigator.name];
    case 'appraised':
      return [say.asked(say.dong(body.asked)), say.appraised(say.dong(body.proposed))];
    case 'approved':
      return [
        ...[body.host.name, body.investigator.name],
        ...[say.granted(say.dong(body.stateMoney)), say.months(body.months)],
      ];
    case 'contracted':
      return [say.contract(body.number), say.span(body.from, body.to)];
    case 'accepted':
      return [say.ratings[body.rating]];
    case 'registered':
      return [say.certificate(body.certificate)];
    case 'disbursed':
      return [
        say.dong(body.amount),
        ...(body.instalment === undefined ? [] : [say.instalment(body.instalment)]),
        ...(body.advance ? [say.advance] : []),
      ];
    case 'paid':
      return [say.dong(body.amount), body.last ? say.lastPayment : say.morePayments];
    case 'refunded':
      return [say.dong(body.amount), body.full ? say.paidInFull : say.stillOwed];
    case 'terminated':
    case 'refundDecided':
      return [body.reason, say.toRefund(say.dong(body.refund))];
    case 'redone':
      return [say.until(body.until), body.reason];
    case 'liabilityDecided':
      return [body.who.name, body.reason];
    case 'banned':
      return [body.who.name, body.until === null ? say.untilPaid : say.until(body.until), body.reason];
    case 'applied':
      return [body.where];
    case 'changeAsked':
    case 'changed':
    case 'changeNotified':
      return [changeWordsOf(body.change.type, language)];
    default:
      return [
        ...marksOf(body).flatMap((mark) => resultWordsOf(mark, language) ?? []),
        ...('reason' in body ? [body.reason] : []),
      ];
  }
}
