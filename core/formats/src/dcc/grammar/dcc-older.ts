import type { Grammar } from "./notation.ts";

/**
 * What earlier versions say otherwise, each against the version after it; the notation is that of `dcc-newest.ts`.
 *
 * @source PTB, DCC XML schemas 2.3.0 to 3.2.1 (https://ptb.de/dcc), their rules in our notation
 */
export const DCC_OLDER: readonly (readonly [version: string, rules: Grammar])[] = [
  [
    "3.2.1",
    {
      "dcc.digitalCalibrationCertificate":
        "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?, ds:Signature*) @schemaVersion=pattern 3\\.2\\.1!",
      "dcc.software":
        "(name=dcc.text, release=dcc.notEmptyString, type={application|bios|driver|editor|firmware|library|os|other}?, description=dcc.richContent?) @id=ID @refType=dcc.refTypes",
      "dcc.refTypeDefinition":
        "(name=dcc.text, description=dcc.richContent?, namespace=dcc.notEmptyString, link=dcc.notEmptyString, release=dcc.notEmptyString?, value=dcc.notEmptyString?, procedure=dcc.notEmptyString?) @refType=dcc.refTypes",
      "dcc.measuringEquipment":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, certificate=dcc.hash?, manufacturer=dcc.contactNotStrict?, model=dcc.notEmptyString?, identifications=dcc.identificationList?, measuringEquipmentQuantities=dcc.measuringEquipmentQuantityList?) @id=ID @refType=dcc.refTypes",
      "dcc.primitiveQuantity":
        "(name=dcc.text?, description=dcc.richContent?, (noQuantity=dcc.richContent | charsXMLList=dcc.charsXMLList | si:real | si:hybrid | si:complex | si:constant | si:realListXMLList)) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.reportAmendedSubstituted":
        "(typeOfChange={amended|substituted}, replacedUniqueIdentifier=dcc.notEmptyString) @id=ID @refType=dcc.refTypes",
      "dcc.equipmentClass": "(reference=dcc.notEmptyString, classID=dcc.notEmptyString) @id=ID @refType=dcc.refTypes",
      "dcc.itemList":
        "(name=dcc.text?, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, owner=dcc.contact?, manufacturer=dcc.contactNotStrict?, identifications=dcc.identificationList?, item=dcc.item+)",
      "dcc.item":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, installedSoftwares=dcc.softwareList?, manufacturer=dcc.contactNotStrict?, model=dcc.notEmptyString?, identifications=dcc.identificationList, itemQuantities=dcc.itemQuantityList?) @id=ID @refType=dcc.refTypes",
      "dcc.identification":
        "(issuer={manufacturer|calibrationLaboratory|customer|owner|other}, value=dcc.notEmptyString, name=dcc.text?) @id=ID @refType=dcc.refTypes",
      "dcc.respPerson":
        "(person=dcc.contactNotStrict, description=dcc.richContent?, role=dcc.notEmptyString?, mainSigner=boolean?, cryptElectronicSeal=boolean?, cryptElectronicSignature=boolean?, cryptElectronicTimeStamp=boolean?) @id=ID @refType=dcc.refTypes",
      "dcc.measurementResultList": "(measurementResult=dcc.measurementResult+)",
      "dcc.usedMethod":
        "(name=dcc.text, description=dcc.richContent?, norm=dcc.notEmptyString*, reference=dcc.notEmptyString*) @id=ID @refType=dcc.refTypes",
      "dcc.condition":
        "(name=dcc.text, description=dcc.richContent?, status={beforeAdjustment|afterAdjustment|beforeRepair|afterRepair}?, certificate=dcc.hash?, data=dcc.data) @id=ID @refType=dcc.refTypes",
      "dcc.quantity":
        "(name=dcc.text?, description=dcc.richContent?, (noQuantity=dcc.richContent | charsXMLList=dcc.charsXMLList | si:real | si:list | si:hybrid | si:complex | si:constant | si:realListXMLList), relativeUncertainty=dcc.relativeUncertainty?, usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.statementMetaData":
        "(name=dcc.text?, description=dcc.richContent?, countryCodeISO3166_1=dcc.stringISO3166*, convention=dcc.notEmptyString?, traceable=boolean?, norm=dcc.notEmptyString*, reference=dcc.notEmptyString*, declaration=dcc.richContent?, (valid=boolean | validXMLList=dcc.booleanXMLList)?, date=date?, period=duration?, respAuthority=dcc.contact?, (conformity=dcc.stringConformityStatementStatus | conformityXMLList=dcc.stringConformityStatementStatusXMLList)?, data=dcc.data?, nonSIDefinition=dcc.notEmptyString?, nonSIUnit=dcc.notEmptyString?, location=dcc.location?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.positionCoordinates":
        "(positionCoordinateSystem=dcc.notEmptyString, reference=dcc.notEmptyString?, declaration=dcc.richContent?, positionCoordinate1=si.realQuantity, positionCoordinate2=si.realQuantity, positionCoordinate3=si.realQuantity?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.contact":
        "(name=dcc.text, eMail=dcc.notEmptyString?, phone=dcc.notEmptyString?, fax=dcc.notEmptyString?, location=dcc.location, descriptionData=dcc.byteData?) @id=ID",
      "dcc.contactNotStrict":
        "(name=dcc.text, eMail=dcc.notEmptyString?, phone=dcc.notEmptyString?, fax=dcc.notEmptyString?, location=dcc.location?, descriptionData=dcc.byteData?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.hash":
        "(referral=dcc.text, referralID=dcc.notEmptyString, procedure=dcc.notEmptyString, value=dcc.notEmptyString, description=dcc.richContent?, inValidityRange=boolean?, traceable=boolean?, linkedReport=dcc.hash?) @id=ID @refType=dcc.refTypes",
      "dcc.text": "(content=dcc.stringWithLang+) @id=ID",
    },
  ],
  [
    "3.2.0",
    {
      "dcc.digitalCalibrationCertificate":
        "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?, ds:Signature*) @schemaVersion=pattern 3\\.2\\.0!",
      "dcc.coreData":
        "(countryCodeISO3166_1=dcc.stringISO3166, usedLangCodeISO639_1=dcc.stringISO639+, mandatoryLangCodeISO639_1=dcc.stringISO639+, uniqueIdentifier=dcc.notEmptyString, identifications=dcc.identificationList?, receiptDate=date?, beginPerformanceDate=date, endPerformanceDate=date, performanceLocation=dcc.performanceLocation, issueDate=date?, previousReport=dcc.hash?)",
      "dcc.itemList":
        "(name=dcc.text?, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, owner=dcc.contact?, identifications=dcc.identificationList?, item=dcc.item+)",
      "dcc.item":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, installedSoftwares=dcc.softwareList?, manufacturer=dcc.contactNotStrict, model=dcc.notEmptyString?, identifications=dcc.identificationList, itemQuantities=dcc.itemQuantityList?) @id=ID @refType=dcc.refTypes",
    },
  ],
  [
    "3.1.2",
    {
      "dcc.digitalCalibrationCertificate":
        "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?) @schemaVersion=pattern 3\\.1\\.2!",
      "dcc.administrativeData":
        "(dccSoftware=dcc.softwareList & coreData=dcc.coreData & items=dcc.itemList & calibrationLaboratory=dcc.calibrationLaboratory & respPersons=dcc.respPersonList & customer=dcc.contact & statements=dcc.statementList?)",
      "dcc.software":
        "(name=dcc.text, release=string, type={application|bios|driver|editor|firmware|library|os|other}?, description=dcc.richContent?) @id=ID @refType=dcc.refTypes",
      "dcc.measuringEquipmentList":
        "(name=dcc.text?, equipmentClass=dcc.equipmentClass?, description=dcc.richContent?, owner=dcc.contact?, identifications=dcc.identificationList?, measuringEquipment=dcc.measuringEquipment+)",
      "dcc.measuringEquipment":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass?, description=dcc.richContent?, certificate=dcc.hash?, manufacturer=dcc.contactNotStrict?, model=string?, identifications=dcc.identificationList?, measuringEquipmentQuantities=dcc.measuringEquipmentQuantityList?) @id=ID @refType=dcc.refTypes",
      "dcc.measuringEquipmentQuantityList": "(measuringEquipmentQuantity=dcc.measuringEquipmentQuantity+)",
      "dcc.measuringEquipmentQuantity":
        "(name=dcc.text?, description=dcc.richContent?, (noQuantity=dcc.richContent | si:real | si:hybrid | si:complex | si:constant | si:realListXMLList)) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.coreData":
        "(countryCodeISO3166_1=dcc.stringISO3166, usedLangCodeISO639_1=dcc.stringISO639+, mandatoryLangCodeISO639_1=dcc.stringISO639+, uniqueIdentifier=string, identifications=dcc.identificationList?, receiptDate=date?, beginPerformanceDate=date, endPerformanceDate=date, performanceLocation=dcc.performanceLocation, previousReport=dcc.hash?)",
      "dcc.equipmentClass": "(reference=string, classID=string) @id=ID",
      "dcc.itemList":
        "(name=dcc.text?, equipmentClass=dcc.equipmentClass?, description=dcc.richContent?, owner=dcc.contact?, identifications=dcc.identificationList?, item=dcc.item+)",
      "dcc.item":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass?, description=dcc.richContent?, installedSoftwares=dcc.softwareList?, manufacturer=dcc.contactNotStrict, model=string?, identifications=dcc.identificationList) @id=ID",
      "dcc.identification":
        "(issuer={manufacturer|calibrationLaboratory|customer|owner|other}, value=string, name=dcc.text?) @id=ID @refType=dcc.refTypes",
      "dcc.calibrationLaboratory": "(calibrationLaboratoryCode=string?, contact=dcc.contact)",
      "dcc.respPerson":
        "(person=dcc.contactNotStrict, description=dcc.richContent?, role=string?, mainSigner=boolean?, cryptElectronicSeal=boolean?, cryptElectronicSignature=boolean?, cryptElectronicTimeStamp=boolean?) @id=ID",
      "dcc.usedMethod":
        "(name=dcc.text, description=dcc.richContent?, norm=string*, reference=string*) @id=ID @refType=dcc.refTypes",
      "dcc.quantity":
        "(name=dcc.text?, description=dcc.richContent?, (noQuantity=dcc.richContent | si:real | si:list | si:hybrid | si:complex | si:constant | si:realListXMLList), relativeUncertainty=dcc.relativeUncertainty?, usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.list":
        "(name=dcc.text?, description=dcc.richContent?, (dateTime=dateTime? | dateTimeXMLList=dcc.dateTimeXMLList?), (list=dcc.list+ | quantity=dcc.quantity+), usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.statementMetaData":
        "(countryCodeISO3166_1=dcc.stringISO3166*, convention=string?, traceable=boolean?, norm=string*, reference=string*, declaration=dcc.richContent?, valid=boolean?, date=date?, period=duration?, respAuthority=dcc.contact?, (conformity=dcc.stringConformityStatementStatus | conformityXMLList=dcc.stringConformityStatementStatusXMLList)?, data=dcc.data?, nonSIDefinition=string?, nonSIUnit=string?, location=dcc.location?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.location":
        "(city=string | countryCode=dcc.stringISO3166 | postCode=string | postOfficeBox=string | state=string | street=string | streetNo=string | further=dcc.richContent | positionCoordinates=dcc.positionCoordinates)+",
      "dcc.positionCoordinates":
        "(positionCoordinateSystem=string, reference=string?, declaration=dcc.richContent?, positionCoordinate1=si.realQuantity, positionCoordinate2=si.realQuantity, positionCoordinate3=si.realQuantity?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.contact":
        "(name=dcc.text, eMail=string, phone=string?, fax=string?, location=dcc.location, descriptionData=dcc.byteData?) @id=ID",
      "dcc.contactNotStrict":
        "(name=dcc.text, eMail=string?, phone=string?, fax=string?, location=dcc.location?, descriptionData=dcc.byteData?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
      "dcc.hash":
        "(referral=dcc.text, referralID=string, procedure=string, value=string, linkedReport=dcc.hash?) @id=ID",
      "dcc.byteData":
        "(name=dcc.text?, description=dcc.richContent?, fileName=string, mimeType=string, dataBase64=base64Binary) @id=ID",
    },
  ],
  [
    "3.1.1",
    {
      "dcc.digitalCalibrationCertificate":
        "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?) @schemaVersion=pattern 3\\.1\\.1!",
      "dcc.statementMetaData":
        "(countryCodeISO3166_1=dcc.stringISO3166*, convention=string?, traceable=boolean?, norm=string*, reference=string*, declaration=dcc.richContent?, valid=boolean?, date=date?, period=duration?, respAuthority=dcc.contact?, (conformity=dcc.stringConformityStatementStatus | conformityXMLList=dcc.stringConformityStatementStatusXMLList)?, data=dcc.data?, nonSIDefinition=string?, nonSIUnit=string?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
    },
  ],
  [
    "3.1.0",
    {
      "dcc.digitalCalibrationCertificate":
        "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?) @schemaVersion=pattern 3\\.1\\.0!",
      "dcc.relativeUncertainty":
        "(relativeUncertaintyXmlList=si.realListXMLList | relativeUncertainty=si.realQuantity)",
    },
  ],
  [
    "3.0.0",
    {
      "dcc.digitalCalibrationCertificate":
        "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?) @schemaVersion=pattern 3\\.0\\.0!",
      "dcc.software": "(name=dcc.text, release=string, description=dcc.richContent?) @id=ID @refType=string",
      "dcc.measuringEquipmentList": "(measuringEquipment=dcc.measuringEquipment+)",
      "dcc.measuringEquipment":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass?, description=dcc.richContent?, certificate=dcc.hash?, manufacturer=dcc.contactNotStrict?, model=string?, identifications=dcc.identificationList?) @id=ID @refType=string",
      "dcc.item":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass?, description=dcc.richContent?, manufacturer=dcc.contactNotStrict, model=string?, identifications=dcc.identificationList) @id=ID",
      "dcc.identification":
        "(issuer={manufacturer|calibrationLaboratory|customer|owner|other}, value=string, name=dcc.text?) @id=ID @refType=string",
      "dcc.performanceLocation": "text dcc.stringPerformanceLocation @id=ID @refId=IDREF @refType=string",
      "dcc.measurementResult":
        "(name=dcc.text, description=dcc.richContent?, usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, results=dcc.resultList, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREF @refType=string",
      "dcc.usedMethod": "(name=dcc.text, description=dcc.richContent?, norm=string*) @id=ID @refType=string",
      "dcc.condition":
        "(name=dcc.text, description=dcc.richContent?, status={beforeAdjustment|afterAdjustment|beforeRepair|afterRepair}?, data=dcc.data) @id=ID @refType=string",
      "dcc.result": "(name=dcc.text, description=dcc.richContent?, data=dcc.data) @id=ID @refId=IDREF @refType=string",
      "dcc.data":
        "(text=dcc.richContent | formula=dcc.formula | byteData=dcc.byteData | xml=dcc.xml | quantity=dcc.quantity | list=dcc.list)+ @id=ID @refId=IDREF @refType=string",
      "dcc.quantity":
        "(name=dcc.text?, description=dcc.richContent?, (noQuantity=dcc.richContent | si:real | si:list | si:hybrid | si:complex | si:constant), usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREF @refType=string",
      "dcc.list":
        "(name=dcc.text?, description=dcc.richContent?, dateTime=dateTime?, (list=dcc.list+ | quantity=dcc.quantity+), usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREF @refType=string",
      "dcc.statementMetaData":
        "(countryCodeISO3166_1=dcc.stringISO3166*, convention=string?, traceable=boolean?, norm=string?, reference=string?, declaration=dcc.richContent?, valid=boolean?, date=date?, period=duration?, respAuthority=dcc.contact?, conformity=dcc.stringConformityStatementStatus?, data=dcc.data?) @id=ID @refId=IDREF @refType=string",
      "dcc.stringWithLang": "text string @lang=dcc.stringISO639 @id=ID @refId=IDREF @refType=string",
      "dcc.location":
        "(city=string | countryCode=dcc.stringISO3166 | postCode=string | postOfficeBox=string | state=string | street=string | streetNo=string | further=dcc.richContent | positionCoordinates=dcc.positionCoordinates?)+",
      "dcc.positionCoordinates":
        "(positionCoordinateSystem=string, reference=string?, declaration=dcc.richContent?, positionCoordinate1=si.realQuantity, positionCoordinate2=si.realQuantity, positionCoordinate3=si.realQuantity?) @id=ID @refId=IDREF @refType=string",
      "dcc.contactNotStrict":
        "(name=dcc.text, eMail=string?, phone=string?, fax=string?, location=dcc.location?, descriptionData=dcc.byteData?) @id=ID @refId=IDREF @refType=string",
      "dcc.richContent":
        "(name=dcc.text?, (content=dcc.stringWithLang* | file=dcc.byteData* | formula=dcc.formula*)+) @id=ID @refId=IDREF @refType=string",
      "dcc.formula": "(latex=string | mathml=dcc.xml) @id=ID @refId=IDREF @refType=string",
      "dcc.xml": "(ANY?) @id=ID @refId=IDREF @refType=string",
    },
  ],
  [
    "2.4.0",
    {
      "dcc.digitalCalibrationCertificate":
        "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?) @schemaVersion=pattern 2.4.0!",
      "dcc.software": "(name=dcc.text, release=string, description=dcc.text*) @id=ID",
      "dcc.measuringEquipment":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass?, description=dcc.text+, descriptionData=dcc.byteData*, certificate=dcc.hash?, manufacturer=dcc.contactNotStrict?, model=string?, identifications=dcc.identificationList?) @id=ID",
      "dcc.coreData":
        "(countryCodeISO3166_1=dcc.stringISO3166, usedLangCodeISO639_1=dcc.stringISO639+, mandatoryLangCodeISO639_1=dcc.stringISO639+, uniqueIdentifier=string, identifications=dcc.identificationList?, receiptDate=date?, beginPerformanceDate=date, endPerformanceDate=date, previousReport=dcc.hash?)",
      "dcc.itemList":
        "(name=dcc.text?, equipmentClass=dcc.equipmentClass?, description=dcc.text?, owner=dcc.contact?, identifications=dcc.identificationList?, item=dcc.item+)",
      "dcc.item":
        "(name=dcc.text, equipmentClass=dcc.equipmentClass?, description=dcc.text+, descriptionData=dcc.byteData*, manufacturer=dcc.contactNotStrict, model=string?, identifications=dcc.identificationList) @id=ID",
      "dcc.identification":
        "(issuer={manufacturer|calibrationLaboratory|customer|owner|other}, value=string, description=dcc.text?) @id=ID @refType=dcc.stringRef",
      "dcc.calibrationLaboratory": "(calibrationLaboratoryCode=string?, contact=dcc.contact+)",
      "dcc.respPerson":
        "(person=dcc.contactNotStrict, description=dcc.text?, mainSigner=boolean?, cryptElectronicSeal=boolean?, cryptElectronicSignature=boolean?, cryptElectronicTimeStamp=boolean?) @id=ID",
      "dcc.measurementResult":
        "(usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, results=dcc.resultList)",
      "dcc.usedMethod": "(name=dcc.text, description=dcc.text+, norm=string*) @id=ID",
      "dcc.calibrationLocationList": "(calibrationLocation=dcc.calibrationLocation+)",
      "dcc.calibrationLocation":
        "(calibrationLocationSite=dcc.text, beginLocationCalDateTime=dateTime?, endLocationCalDateTime=dateTime?, location=dcc.location?) @id=ID",
      "dcc.condition":
        "(name=dcc.text, description=dcc.text?, state={beforeAdjustment|afterAdjustment|beforeRepair|afterRepair}?, data=dcc.data) @id=ID @refType=dcc.stringRef",
      "dcc.result": "(name=dcc.text, description=dcc.text?, data=dcc.data) @id=ID @refId=IDREF @refType=dcc.stringRef",
      "dcc.data":
        "(text=dcc.text | formula=dcc.formula | byteData=dcc.byteData | xml=dcc.xml | quantity=dcc.quantity | list=dcc.list)+ @id=ID",
      "dcc.quantity":
        "(name=dcc.text?, (noQuantity=dcc.text | si:real | si:list | si:hybrid), usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREF @refType=dcc.stringRef",
      "dcc.list":
        "(name=dcc.text?, dateTime=dateTime?, (list=dcc.list+ | quantity=dcc.quantity+), usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID",
      "dcc.statementMetaData":
        "(countryCodeISO3166_1=dcc.stringISO3166*, convention=string?, traceable=boolean?, norm=string?, reference=string?, declaration=dcc.text?, valid=boolean?, refId=IDREF?, date=date?, period=duration?) @id=ID",
      "dcc.stringWithLang": "text string @lang=dcc.stringISO639 @id=ID",
      "dcc.location":
        "(city=string | countryCode=dcc.stringISO3166 | postCode=string | postOfficeBox=string | state=string | street=string | streetNo=string | further=dcc.text)+",
      "dcc.contactNotStrict":
        "(name=dcc.text, eMail=string?, phone=string?, fax=string?, location=dcc.location?, descriptionData=dcc.byteData?) @id=ID",
      "dcc.stringRef": "pattern (/[A-Za-z][A-Za-z0-9]+)*",
      "dcc.hash":
        "(reference=dcc.text, referenceID=string, procedure=string, value=string, linkedReport=dcc.hash?) @id=ID",
      "dcc.byteData":
        "(name=dcc.text, description=dcc.text, fileName=string, mimeType=string, data=base64Binary) @id=ID",
      "dcc.formula": "(siunitx=string) @lang=string @id=ID",
      "dcc.xml": "(ANY?)",
    },
  ],
  [
    "2.3.0",
    {
      "dcc.digitalCalibrationCertificate":
        "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?) @schemaVersion=pattern 2.3.0!",
      "dcc.identification":
        "(issuer={manufacturer|calibrationLaboratory|customer|owner|other}, value=string, description=dcc.text?) @id=ID",
      "dcc.condition":
        "(name=dcc.text, description=dcc.text?, state={beforeAdjustment|afterAdjustment|beforeRepair|afterRepair}?, data=dcc.data) @id=ID",
      "dcc.result": "(name=dcc.text, description=dcc.text?, data=dcc.data) @id=ID",
      "dcc.quantity":
        "(name=dcc.text?, (noQuantity=dcc.text | si:real | si:list | si:hybrid), usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID",
    },
  ],
];
