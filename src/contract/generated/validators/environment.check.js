// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:environment.check.request
var environmentCheck = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/environment.check.request.json", "description": "Checks what servicing needs on this machine, before it is needed; changes nothing.", "type": "object", "properties": { "image": { "description": "Name or id of a registered image: only it is looked at, not all images.", "type": "string", "minLength": 1 }, "powerShell": { "description": "The PowerShell that asks, where one does.", "type": "object", "properties": { "version": { "description": "Its version, for example 5.1.26100.1 or 7.6.9.", "type": "string", "minLength": 1 }, "edition": { "description": "Its edition.", "type": "string", "enum": ["Desktop", "Core"] } }, "required": ["version", "edition"], "additionalProperties": false } }, "additionalProperties": false };
var func2 = require_ucs2length().default;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "image" || key0 === "powerShell")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.image !== void 0) {
      let data0 = data.image;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err1 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.powerShell !== void 0) {
      let data1 = data.powerShell;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.version === void 0) {
          const err3 = { instancePath: instancePath + "/powerShell", schemaPath: "#/properties/powerShell/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data1.edition === void 0) {
          const err4 = { instancePath: instancePath + "/powerShell", schemaPath: "#/properties/powerShell/required", keyword: "required", params: { missingProperty: "edition" }, message: "must have required property 'edition'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === "version" || key1 === "edition")) {
            const err5 = { instancePath: instancePath + "/powerShell", schemaPath: "#/properties/powerShell/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data1.version !== void 0) {
          let data2 = data1.version;
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err6 = { instancePath: instancePath + "/powerShell/version", schemaPath: "#/properties/powerShell/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/powerShell/version", schemaPath: "#/properties/powerShell/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data1.edition !== void 0) {
          let data3 = data1.edition;
          if (typeof data3 !== "string") {
            const err8 = { instancePath: instancePath + "/powerShell/edition", schemaPath: "#/properties/powerShell/properties/edition/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (!(data3 === "Desktop" || data3 === "Core")) {
            const err9 = { instancePath: instancePath + "/powerShell/edition", schemaPath: "#/properties/powerShell/properties/edition/enum", keyword: "enum", params: { allowedValues: schema11.properties.powerShell.properties.edition.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/powerShell", schemaPath: "#/properties/powerShell/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  environmentCheck
};
