import { json, own, sent } from '../operation.ts';
import type { ProblemCode } from '../problem.ts';

const CLASSES: readonly ProblemCode[] = ['not-configured'];
const CLASS: readonly ProblemCode[] = [...CLASSES, 'unknown-class'];
const MEMBER: readonly ProblemCode[] = [...CLASS, 'unknown-member'];

/** The operations on classes and their people, for the API's description. */
export const CLASS_PATHS = {
  '/classes': {
    get: own('listClasses', [], { 200: json('ClassList', 'The classes of this key') }, CLASSES),
    post: sent(
      'MakeClass',
      'makeClass',
      [],
      { 200: json('MadeClass', 'The class, and the code that joins it') },
      [...CLASSES, 'act-not-now'],
    ),
  },
  '/classes/{class}': {
    get: own('readClass', ['class'], { 200: json('ClassView', 'The class as this key may see it') }, CLASS),
    delete: own('eraseClass', ['class'], { 200: json('Erased', 'What is listed now is removed') }, CLASS),
  },
  '/classes/{class}/acts/{act}': {
    put: sent('Act', 'act', ['class', 'act'], { 204: { description: 'It is kept' } }, [
      ...CLASS,
      'invalid-parameter',
      'act-not-now',
      'unknown-deck',
      'malformed-answer',
    ]),
  },
  '/classes/{class}/codes': {
    post: sent('NewCode', 'newCode', ['class'], { 200: json('Code', 'The one before joins no more') }, [
      ...CLASS,
      'act-not-now',
    ]),
  },
  '/classes/{class}/invitations': {
    post: own(
      'invite',
      ['class'],
      { 200: json('Invitation', 'Makes a teacher of whoever accepts it') },
      CLASS,
    ),
  },
  '/classes/{class}/members/{member}': {
    put: own('takeBack', ['class', 'member'], { 204: { description: 'The student is back' } }, MEMBER),
    delete: own('removeStudent', ['class', 'member'], { 204: { description: 'The student is out' } }, MEMBER),
  },
  '/joins': {
    post: sent('Join', 'join', [], { 200: json('Joined', 'The class that was joined') }, [
      ...CLASSES,
      'unknown-code',
      'class-full',
    ]),
  },
  '/invitations/accepted': {
    post: sent('Accept', 'accept', [], { 200: json('Joined', 'The class that has another teacher') }, [
      ...CLASSES,
      'unknown-invitation',
      'invitation-expired',
    ]),
  },
};
