/** Whether a button wants the photo that its reply answers: to have it looked at again, or to get a copy of it. */
export function wantsPhotoAgain(action: string): boolean {
  return action.startsWith('as:') || action === 'copy';
}
