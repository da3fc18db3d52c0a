-- A client may look at the photograph that was taken when its own sample arrived.
CREATE POLICY client_photo ON file FOR SELECT TO quanheng_app
  USING (purpose = 'sample-photo' AND EXISTS (SELECT 1 FROM sample_receipt r WHERE r.photo_file_id = file.id AND r.enterprise_id = qh_party()));
