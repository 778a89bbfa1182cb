/**
 * What people call a password, a secret, a token or a key that opens something, in the official languages of the EU and
 * its neighbours. Each is written as a dictionary has it; accents, capitals and what joins the words do not count.
 */
export const credentialWords: Readonly<Record<string, string>> = {
  en: 'password, passwd, passphrase, passcode, pass, pwd, pw, pin, secret, token, credential, api key, access key, secret key, private key, auth key, signing key, encryption key, master key, customer key, license key, licence key, sas key, account key, webhook key, bearer, authorization, connection string, access key id, recovery code, otp seed, totp seed, session cookie, htpasswd, login data, login details',
  de: 'Passwort, Passwörter, Kennwort, Geheimnis, geheim, Geheimzahl, Zugangscode, Zugangsdaten, Zugangsschlüssel, Geheimschlüssel, API-Schlüssel, privater Schlüssel, Anmeldedaten, PIN-Code',
  fr: 'mot de passe, mots de passe, code secret, clé secrète, clé privée, clé API, clé d’accès, jeton, identifiants de connexion, secret partagé',
  es: 'contraseña, clave secreta, clave privada, clave de acceso, credencial, credenciales, secreto, ficha de acceso',
  it: 'parola d’ordine, parola chiave, chiave segreta, chiave privata, chiave di accesso, segreto, credenziali, gettone',
  pt: 'senha, palavra-passe, palavra chave, chave secreta, chave privada, chave de acesso, credenciais, segredo',
  nl: 'wachtwoord, geheim, geheime sleutel, privésleutel, toegangscode, toegangssleutel, inloggegevens',
  pl: 'hasło, hasła, tajny klucz, klucz prywatny, klucz dostępu, klucz API, sekret, dane logowania',
  cs: 'heslo, tajný klíč, soukromý klíč, přístupový klíč, tajemství, přihlašovací údaje',
  sk: 'heslo, tajný kľúč, súkromný kľúč, prístupový kľúč, tajomstvo, prihlasovacie údaje',
  hu: 'jelszó, jelszava, titkos kulcs, privát kulcs, hozzáférési kulcs, titok, belépési adatok',
  ro: 'parolă, parola, cheie secretă, cheie privată, cheie de acces, date de autentificare',
  bg: 'парола, таен ключ, частен ключ, ключ за достъп, тайна',
  el: 'κωδικός, κωδικός πρόσβασης, συνθηματικό, μυστικό κλειδί, ιδιωτικό κλειδί, μυστικό',
  sv: 'lösenord, hemlig nyckel, privat nyckel, åtkomstnyckel, hemlighet, inloggningsuppgifter',
  da: 'adgangskode, kodeord, hemmelig nøgle, privat nøgle, adgangsnøgle, hemmelighed',
  no: 'passord, hemmelig nøkkel, privat nøkkel, tilgangsnøkkel',
  fi: 'salasana, salainen avain, yksityinen avain, pääsyavain, salaisuus, tunnusluku',
  et: 'parool, salasõna, salavõti, privaatvõti, juurdepääsuvõti, saladus',
  lt: 'slaptažodis, slaptažodžiai, slaptas raktas, privatus raktas, prieigos raktas, paslaptis',
  lv: 'parole, slepenā atslēga, privātā atslēga, piekļuves atslēga, noslēpums',
  hr: 'lozinka, zaporka, tajni ključ, privatni ključ, pristupni ključ, tajna',
  sl: 'geslo, tajni ključ, skrivni ključ, zasebni ključ, dostopni ključ, skrivnost',
  ga: 'pasfhocal, focal faire, eochair rúnda, eochair phríobháideach',
  mt: 'password sigriet, kelma sigrieta, ċavetta sigrieta, ċavetta privata, sigriet',
  sq: 'fjalëkalim, fjalëkalimi',
  tr: 'parola, şifre'
}

/** What, behind such a name, says something about a credential and not the credential itself: `passwordPolicy`, `token_ttl`. */
export const aboutCredentials =
  'policy, policies, length, ttl, arn, arns, id, ids, name, names, store, storage, manager, management, service, server, rotation, rotated, rotate, expiry, expires, expired, expiration, issue, issued, issuer, time, timeout, age, url, uri, endpoint, path, file, files, filename, type, kind, version, versions, validation, enabled, disabled, required, provider, source, model, mode, class, count, size, limit, format, ref, reference, bucket, engine, scope, scopes, audience, location, region, rule, rules, complexity, strength, alias, reset, portal, app, tool, team, owner, contact, wiki, docs, vault, santa, classification, scanning, scanner, scan, algorithm, rotationdays, days, through, free, less, based, only, number'
