// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:rehearsal.package.request
var rehearsalPackage = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/rehearsal.package.request.json", "description": "Makes a stand-in update package for rehearsals.", "type": "object", "properties": { "out": { "description": "File that is written; it must not exist.", "type": "string", "minLength": 1 }, "spec": { "description": "What the package says it is, as JSON; `imgupdate schema show rehearsal.package.request` explains its members.", "type": "object", "properties": { "form": { "type": "string", "enum": ["cab", "msu-cab", "msu-wim"], "default": "msu-wim" }, "kind": { "$ref": "kind.json" }, "articleId": { "description": "Without it for language packs and features on demand, which have none.", "type": "string", "minLength": 1 }, "release": { "type": "string", "minLength": 1 }, "installationType": { "description": "Client, Server or Server Core.", "type": "string", "minLength": 1 }, "build": { "description": "For example 26100.", "type": "integer", "minimum": 1, "maximum": 999999 }, "revision": { "description": "The number behind the build that the update brings: 4349 of 26100.4349.", "type": "integer", "minimum": 0, "maximum": 999999 }, "architecture": { "$ref": "architecture.json" }, "baseline": { "type": "string" }, "requires": { "type": "string" }, "language": { "description": "For language packs: de-DE.", "type": "string" }, "capability": { "description": "For features on demand: the capability that the package is, for example Language.Basic~~~de-DE~0.0.1.0.", "type": "string" }, "dotNet": { "description": "For updates of .NET: the version of the update (10.0.9321.3), or the version of .NET Framework that it is for (4.8.1).", "type": "string" } }, "required": ["kind", "release", "installationType", "build", "revision", "architecture"], "additionalProperties": false } }, "required": ["out", "spec"], "additionalProperties": false };
var schema12 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/kind.json", "description": "Kind of an update.", "type": "string", "enum": ["CumulativeUpdate", "CumulativeUpdatePreview", "DynamicCumulativeUpdate", "ServicingStackUpdate", "DotNetCumulativeUpdate", "DotNetCumulativeUpdatePreview", "SafeOSDynamicUpdate", "SetupDynamicUpdate", "DynamicUpdate", "MonthlyRollup", "MonthlyRollupPreview", "SecurityOnly", "SecurityUpdate", "EnablementPackage", "FeatureUpdate", "LanguagePack", "FeatureOnDemand", "Hotpatch", "Driver", "Definition", "Tool", "Other", "Unknown"] };
var schema13 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/architecture.json", "description": "Processor architecture.", "type": "string", "enum": ["x86", "x64", "arm64"] };
var func2 = require_ucs2length().default;
var func3 = Object.prototype.hasOwnProperty;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.out === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "out" }, message: "must have required property 'out'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" }, message: "must have required property 'spec'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "out" || key0 === "spec")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.out !== void 0) {
      let data0 = data.out;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err3 = { instancePath: instancePath + "/out", schemaPath: "#/properties/out/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/out", schemaPath: "#/properties/out/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data1 = data.spec;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.form === void 0) {
          data1.form = "msu-wim";
        }
        if (data1.kind === void 0) {
          const err5 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1.release === void 0) {
          const err6 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data1.installationType === void 0) {
          const err7 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "installationType" }, message: "must have required property 'installationType'" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1.build === void 0) {
          const err8 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "build" }, message: "must have required property 'build'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data1.revision === void 0) {
          const err9 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "revision" }, message: "must have required property 'revision'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data1.architecture === void 0) {
          const err10 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        for (const key1 in data1) {
          if (!func3.call(schema11.properties.spec.properties, key1)) {
            const err11 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        let data2 = data1.form;
        if (typeof data2 !== "string") {
          const err12 = { instancePath: instancePath + "/spec/form", schemaPath: "#/properties/spec/properties/form/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (!(data2 === "cab" || data2 === "msu-cab" || data2 === "msu-wim")) {
          const err13 = { instancePath: instancePath + "/spec/form", schemaPath: "#/properties/spec/properties/form/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.form.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data1.kind !== void 0) {
          let data3 = data1.kind;
          if (typeof data3 !== "string") {
            const err14 = { instancePath: instancePath + "/spec/kind", schemaPath: "kind.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (!(data3 === "CumulativeUpdate" || data3 === "CumulativeUpdatePreview" || data3 === "DynamicCumulativeUpdate" || data3 === "ServicingStackUpdate" || data3 === "DotNetCumulativeUpdate" || data3 === "DotNetCumulativeUpdatePreview" || data3 === "SafeOSDynamicUpdate" || data3 === "SetupDynamicUpdate" || data3 === "DynamicUpdate" || data3 === "MonthlyRollup" || data3 === "MonthlyRollupPreview" || data3 === "SecurityOnly" || data3 === "SecurityUpdate" || data3 === "EnablementPackage" || data3 === "FeatureUpdate" || data3 === "LanguagePack" || data3 === "FeatureOnDemand" || data3 === "Hotpatch" || data3 === "Driver" || data3 === "Definition" || data3 === "Tool" || data3 === "Other" || data3 === "Unknown")) {
            const err15 = { instancePath: instancePath + "/spec/kind", schemaPath: "kind.json/enum", keyword: "enum", params: { allowedValues: schema12.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data1.articleId !== void 0) {
          let data4 = data1.articleId;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err16 = { instancePath: instancePath + "/spec/articleId", schemaPath: "#/properties/spec/properties/articleId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/spec/articleId", schemaPath: "#/properties/spec/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data1.release !== void 0) {
          let data5 = data1.release;
          if (typeof data5 === "string") {
            if (func2(data5) < 1) {
              const err18 = { instancePath: instancePath + "/spec/release", schemaPath: "#/properties/spec/properties/release/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/spec/release", schemaPath: "#/properties/spec/properties/release/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data1.installationType !== void 0) {
          let data6 = data1.installationType;
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err20 = { instancePath: instancePath + "/spec/installationType", schemaPath: "#/properties/spec/properties/installationType/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/spec/installationType", schemaPath: "#/properties/spec/properties/installationType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data1.build !== void 0) {
          let data7 = data1.build;
          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
            const err22 = { instancePath: instancePath + "/spec/build", schemaPath: "#/properties/spec/properties/build/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 999999 || isNaN(data7)) {
              const err23 = { instancePath: instancePath + "/spec/build", schemaPath: "#/properties/spec/properties/build/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999 }, message: "must be <= 999999" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data7 < 1 || isNaN(data7)) {
              const err24 = { instancePath: instancePath + "/spec/build", schemaPath: "#/properties/spec/properties/build/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
        }
        if (data1.revision !== void 0) {
          let data8 = data1.revision;
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err25 = { instancePath: instancePath + "/spec/revision", schemaPath: "#/properties/spec/properties/revision/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 999999 || isNaN(data8)) {
              const err26 = { instancePath: instancePath + "/spec/revision", schemaPath: "#/properties/spec/properties/revision/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999 }, message: "must be <= 999999" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data8 < 0 || isNaN(data8)) {
              const err27 = { instancePath: instancePath + "/spec/revision", schemaPath: "#/properties/spec/properties/revision/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
        }
        if (data1.architecture !== void 0) {
          let data9 = data1.architecture;
          if (typeof data9 !== "string") {
            const err28 = { instancePath: instancePath + "/spec/architecture", schemaPath: "architecture.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
          if (!(data9 === "x86" || data9 === "x64" || data9 === "arm64")) {
            const err29 = { instancePath: instancePath + "/spec/architecture", schemaPath: "architecture.json/enum", keyword: "enum", params: { allowedValues: schema13.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data1.baseline !== void 0) {
          if (typeof data1.baseline !== "string") {
            const err30 = { instancePath: instancePath + "/spec/baseline", schemaPath: "#/properties/spec/properties/baseline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data1.requires !== void 0) {
          if (typeof data1.requires !== "string") {
            const err31 = { instancePath: instancePath + "/spec/requires", schemaPath: "#/properties/spec/properties/requires/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data1.language !== void 0) {
          if (typeof data1.language !== "string") {
            const err32 = { instancePath: instancePath + "/spec/language", schemaPath: "#/properties/spec/properties/language/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data1.capability !== void 0) {
          if (typeof data1.capability !== "string") {
            const err33 = { instancePath: instancePath + "/spec/capability", schemaPath: "#/properties/spec/properties/capability/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data1.dotNet !== void 0) {
          if (typeof data1.dotNet !== "string") {
            const err34 = { instancePath: instancePath + "/spec/dotNet", schemaPath: "#/properties/spec/properties/dotNet/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err36];
    } else {
      vErrors.push(err36);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  rehearsalPackage
};
