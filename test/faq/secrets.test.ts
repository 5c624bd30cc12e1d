import { describe, expect, it } from 'vitest';
import { createSecretFinder } from '../../src/faq/secrets.ts';

const holdsSecret = createSecretFinder({
  password_word: ['password', 'contraseña', '密码', 'パスワード'],
  code_word: ['code', 'verification code', 'código', '验证码', '認証コード', '인증번호'],
  number_word: ['passport number', '身份证号'],
  error_word: ['error', 'ticket'],
});

describe('createSecretFinder', () => {
  // None of these is anybody's: they are made up, or the samples that specifications print.
  it.each([
    ['a password after a colon', 'my password: sunshine'],
    ['a password with a digit', 'my password is hunter2x and it does not work'],
    ['a password in Spanish without the tilde', 'mi contrasena es gato1234'],
    ['a one-time code', 'the code is 483920'],
    ['a one-time code in Spanish', 'mi código: 483920'],
    ['a one-time code in Chinese, without a space', '我的验证码是483920'],
    ['a one-time code in Japanese', '認証コードは483920です'],
    ['a one-time code in Korean', '제 인증번호는 483920이에요'],
    ['a password in Chinese', '我的密码是gato1234'],
    ['a document number in Chinese', '身份证号11010519491231002X'],
    ['a CPF with its check digits', 'meu cpf 529.982.247-25'],
    ['a password after a longer word', 'my password stays gato1234'],
    ['a document number', 'passport number L898902C3'],
    ['a payment card with its check digit', '4111 1111 1111 1111'],
    ['a seed phrase', 'able baker cable dairy eagle fabric gadget habit icon jacket kangaroo label'],
    ['a private key', `0x${'4f'.repeat(32)}`],
    ['the second line of a passport', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
    ['the first line of a passport', 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'],
  ])('sees %s', (_, text) => {
    expect(holdsSecret(text)).toBe(true);
  });

  it.each([
    ['a forgotten password', 'I forgot my password, how do I reset it?'],
    ['a password that is wrong', 'it says that my password is wrong'],
    ['a code that does not come', 'the verification code does not arrive'],
    ['the code of an error', 'it says error code 1020'],
    ['a question about the number', 'where is the passport number on my passport?'],
    ['digits that are no card', '1234 5678 1234 5678'],
    ['a sentence of twelve words', 'please tell them that this photo was taken with your own phone'],
    ['the hash of a transaction', `tx 0x${'4f'.repeat(32)}`],
    ['a wrong password beside a number', 'error 3: it says that my password is wrong'],
    ['a code in Chinese that does not come', '验证码收不到'],
    ['digits with dots that are no CPF', '123.456.789-10'],
    ['a date', 'since 2026-11-23 it is pending'],
    ['arrows', 'send it here <<< please'],
  ])('does not take %s for a secret', (_, text) => {
    expect(holdsSecret(text)).toBe(false);
  });

  it('works without any word groups', () => {
    expect(createSecretFinder({})('4111111111111111')).toBe(true);
    expect(createSecretFinder({})('hello')).toBe(false);
  });
});
