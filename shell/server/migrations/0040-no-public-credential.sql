-- A credential names the client and carries unrounded values. The hash of a report is public in the log, so showing it
-- proves nothing about holding the report: whoever holds it has the credential inside, and nobody else gets it.
DROP FUNCTION credential_of_report(text);
