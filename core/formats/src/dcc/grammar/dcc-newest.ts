import type { Grammar } from "./notation.ts";

/**
 * What may stand in a certificate of version 3.3.0: one line a type. `name=type` is an element, `?` it may
 * stand, `*` any number, `+` one or more, `,` in this order, `|` one of them, `&` in any order; `@name=type` is an
 * attribute, `!` one that must stand.
 *
 * @source PTB, DCC XML schema 3.3.0 (https://ptb.de/dcc/v3.3.0/dcc.xsd), its rules in our notation
 */
export const DCC_NEWEST: Grammar = {
  "dcc.digitalCalibrationCertificate.comment": "(ANY*)",
  "dcc.digitalCalibrationCertificate":
    "(administrativeData=dcc.administrativeData, measurementResults=dcc.measurementResultList, comment=dcc.digitalCalibrationCertificate.comment?, document=dcc.byteData?, ds:Signature*) @schemaVersion=pattern 3\\.3\\.0!",
  "dcc.administrativeData":
    "(dccSoftware=dcc.softwareList & refTypeDefinitions=dcc.refTypeDefinitionList? & coreData=dcc.coreData & items=dcc.itemList & calibrationLaboratory=dcc.calibrationLaboratory & respPersons=dcc.respPersonList & customer=dcc.contact & statements=dcc.statementList?)",
  "dcc.softwareList": "(software=dcc.software+)",
  "dcc.software":
    "(name=dcc.text, release=dcc.notEmptyString, type={application|bios|driver|editor|firmware|library|os|other}?, description=dcc.richContent?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.refTypeDefinitionList": "(refTypeDefinition=dcc.refTypeDefinition+)",
  "dcc.refTypeDefinition":
    "(name=dcc.text, description=dcc.richContent?, namespace=dcc.notEmptyString, link=anyURI, release=dcc.notEmptyString?, value=dcc.notEmptyString?, procedure=dcc.notEmptyString?) @refType=dcc.refTypes",
  "dcc.measuringEquipmentList":
    "(name=dcc.text?, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, owner=dcc.contact?, identifications=dcc.identificationList?, measuringEquipment=dcc.measuringEquipment+)",
  "dcc.measuringEquipment":
    "(name=dcc.text, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, certificate=dcc.hash?, manufacturer=dcc.contactNotStrict?, model=dcc.notEmptyString?, identifications=dcc.identificationList?, measuringEquipmentQuantities=dcc.measuringEquipmentQuantityList?, installedSoftware=dcc.softwareList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.measuringEquipmentQuantityList": "(measuringEquipmentQuantity=dcc.primitiveQuantity+)",
  "dcc.primitiveQuantity":
    "(name=dcc.text?, description=dcc.richContent?, (noQuantity=dcc.richContent | charsXMLList=dcc.charsXMLList | si:real | si:hybrid | si:complex | si:constant | si:realListXMLList | si:complexListXMLList)) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.coreData":
    "(countryCodeISO3166_1=dcc.stringISO3166, usedLangCodeISO639_1=dcc.stringISO639+, mandatoryLangCodeISO639_1=dcc.stringISO639+, uniqueIdentifier=dcc.notEmptyString, identifications=dcc.identificationList?, receiptDate=date?, beginPerformanceDate=date, endPerformanceDate=date, performanceLocation=dcc.performanceLocation, issueDate=date?, reportAmendedSubstituted=dcc.reportAmendedSubstituted?, previousReport=dcc.hash?)",
  "dcc.reportAmendedSubstituted":
    "(typeOfChange={amended|substituted}, replacedUniqueIdentifier=dcc.notEmptyString) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.notEmptyString": "pattern [^\\s]+(\\s+[^\\s]+)*",
  "dcc.equipmentClass":
    "(reference=dcc.notEmptyString, classID=dcc.notEmptyString, link=anyURI?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.itemList":
    "(name=dcc.text?, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, owner=dcc.contact?, manufacturer=dcc.contactNotStrict?, identifications=dcc.identificationList?, item=dcc.item+) @id=ID @refId=IDREFS",
  "dcc.item":
    "(name=dcc.text, equipmentClass=dcc.equipmentClass*, description=dcc.richContent?, owner=dcc.contact?, installedSoftwares=dcc.softwareList?, manufacturer=dcc.contactNotStrict?, model=dcc.notEmptyString?, identifications=dcc.identificationList, itemQuantities=dcc.itemQuantityList?, subItems=dcc.itemList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.itemQuantityList": "(itemQuantity=dcc.primitiveQuantity+)",
  "dcc.identificationList": "(identification=dcc.identification+)",
  "dcc.identification":
    "(issuer={manufacturer|calibrationLaboratory|customer|owner|other}, value=dcc.notEmptyString, name=dcc.text?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.performanceLocation": "text dcc.stringPerformanceLocation @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.stringPerformanceLocation": "{laboratory|customer|laboratoryBranch|customerBranch|other}",
  "dcc.calibrationLaboratory":
    "(calibrationLaboratoryCode=dcc.notEmptyString?, contact=dcc.contact, cryptElectronicSeal=boolean?, cryptElectronicSignature=boolean?, cryptElectronicTimeStamp=boolean?)",
  "dcc.respPersonList": "(respPerson=dcc.respPerson+)",
  "dcc.respPerson":
    "(person=dcc.contactNotStrict, description=dcc.richContent?, role=dcc.notEmptyString?, mainSigner=boolean?, cryptElectronicSeal=boolean?, cryptElectronicSignature=boolean?, cryptElectronicTimeStamp=boolean?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.statementList": "(statement=dcc.statementMetaData+)",
  "dcc.measurementResultList":
    "(usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?, measurementResult=dcc.measurementResult+)",
  "dcc.measurementResult":
    "(name=dcc.text, description=dcc.richContent?, usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, results=dcc.resultList, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.usedMethodList": "(usedMethod=dcc.usedMethod+)",
  "dcc.usedMethod":
    "(name=dcc.text, description=dcc.richContent?, norm=dcc.notEmptyString*, reference=dcc.notEmptyString*, link=anyURI*, usedMethodQuantities=dcc.usedMethodQuantityList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.usedMethodQuantityList": "(usedMethodQuantity=dcc.primitiveQuantity+)",
  "dcc.influenceConditionList": "(influenceCondition=dcc.condition+)",
  "dcc.condition":
    "(name=dcc.text, description=dcc.richContent?, status={beforeAdjustment|afterAdjustment|beforeRepair|afterRepair}?, certificate=dcc.hash?, data=dcc.data) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.resultList": "(result=dcc.result+)",
  "dcc.result":
    "(name=dcc.text, description=dcc.richContent?, data=dcc.data) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.data":
    "(text=dcc.richContent | formula=dcc.formula | byteData=dcc.byteData | xml=dcc.xml | quantity=dcc.quantity | list=dcc.list)+ @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.quantity":
    "(name=dcc.text?, description=dcc.richContent?, (noQuantity=dcc.richContent | charsXMLList=dcc.charsXMLList | si:real | si:list | si:hybrid | si:complex | si:constant | si:realListXMLList | si:complexListXMLList), relativeUncertainty=dcc.relativeUncertainty?, usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.charsXMLList": "list string",
  "dcc.relativeUncertainty":
    "(relativeUncertaintyXmlList=si.realListXMLList | relativeUncertaintySingle=si.realQuantity)",
  "dcc.list":
    "(name=dcc.text?, description=dcc.richContent?, (dateTime=dateTime? | dateTimeXMLList=dcc.dateTimeXMLList?), (list=dcc.list | quantity=dcc.quantity)+, usedMethods=dcc.usedMethodList?, usedSoftware=dcc.softwareList?, measuringEquipments=dcc.measuringEquipmentList?, influenceConditions=dcc.influenceConditionList?, measurementMetaData=dcc.measurementMetaDataList?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.dateTimeXMLList": "list dateTime",
  "dcc.measurementMetaDataList": "(metaData=dcc.statementMetaData+)",
  "dcc.statementMetaData":
    "(name=dcc.text?, description=dcc.richContent?, countryCodeISO3166_1=dcc.stringISO3166*, convention=dcc.notEmptyString?, traceable=boolean?, norm=dcc.notEmptyString*, reference=dcc.notEmptyString*, link=anyURI*, declaration=dcc.richContent?, (valid=boolean | validXMLList=dcc.booleanXMLList)?, date=date?, period=duration?, respAuthority=dcc.contact?, (conformity=dcc.stringConformityStatementStatus | conformityXMLList=dcc.stringConformityStatementStatusXMLList)?, data=dcc.data?, nonSIDefinition=dcc.notEmptyString?, nonSIUnit=dcc.notEmptyString?, location=dcc.location?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.booleanXMLList": "list boolean",
  "dcc.stringConformityStatementStatusXMLList": "list dcc.stringConformityStatementStatus",
  "dcc.stringConformityStatementStatus": "{pass|fail|conditionalPass|conditionalFail|noPass|noFail}",
  "dcc.stringISO3166": "pattern [A-Z]{2}",
  "dcc.stringISO639": "pattern [a-z]{2}",
  "dcc.stringWithLang": "text string @lang=dcc.stringISO639 @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.location":
    "(city=dcc.notEmptyString | countryCode=dcc.stringISO3166 | postCode=dcc.notEmptyString | postOfficeBox=dcc.notEmptyString | state=dcc.notEmptyString | street=dcc.notEmptyString | streetNo=dcc.notEmptyString | further=dcc.richContent | positionCoordinates=dcc.positionCoordinates)+",
  "dcc.positionCoordinates":
    "(positionCoordinateSystem=dcc.notEmptyString, reference=dcc.notEmptyString?, declaration=dcc.richContent?, positionCoordinate1=si.realQuantity, positionCoordinate2=si.realQuantity, positionCoordinate3=si.realQuantity?, link=anyURI?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.contact":
    "(name=dcc.text, eMail=dcc.notEmptyString?, phone=dcc.notEmptyString?, fax=dcc.notEmptyString?, link=anyURI?, location=dcc.location, descriptionData=dcc.byteData?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.contactNotStrict":
    "(name=dcc.text, eMail=dcc.notEmptyString?, phone=dcc.notEmptyString?, fax=dcc.notEmptyString?, link=anyURI?, location=dcc.location?, descriptionData=dcc.byteData?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.hash":
    "(referral=dcc.text, referralID=dcc.notEmptyString, procedure=dcc.notEmptyString, value=dcc.notEmptyString, description=dcc.richContent?, inValidityRange=boolean?, traceable=boolean?, linkedReport=dcc.hash?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.text": "(content=dcc.stringWithLang+) @id=ID @refId=IDREFS",
  "dcc.richContent":
    "(name=dcc.text?, (content=dcc.stringWithLang*, file=dcc.byteData*, formula=dcc.formula*)+) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.byteData":
    "(name=dcc.text?, description=dcc.richContent?, fileName=dcc.notEmptyString, mimeType=dcc.notEmptyString, dataBase64=base64Binary) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.formula": "(latex=string | mathml=dcc.xml) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.xml": "(ANY?) @id=ID @refId=IDREFS @refType=dcc.refTypes",
  "dcc.refTypes": "list string!",
  "dcc:digitalCalibrationCertificate": "dcc.digitalCalibrationCertificate",
};
