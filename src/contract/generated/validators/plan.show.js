// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:plan.show.request
var planShow = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/plan.show.request.json", "description": "Shows what a run would do now.", "type": "object", "properties": { "updates": { "description": "uniqueIds, KB articles or package files.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "latest": { "description": "Choose the latest cumulative update when the run starts.", "type": "boolean" }, "rule": { "description": "Name of a rule that chooses when the run starts.", "type": "string", "minLength": 1 }, "continueOnError": { "description": "Go on after an update that failed.", "type": "boolean", "default": false }, "removeSupersededUpdates": { "description": "Clean up with ResetBase, then export.", "type": "boolean", "default": false }, "cleanupWhenPending": { "description": "What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors.", "enum": ["fail", "skip"] }, "languages": { "description": "Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources.", "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$" } }, "capabilities": { "description": "Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.", "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3})?$" } }, "capabilitySources": { "description": "Folders or ISO images with language packs and features on demand of the release.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "features": { "description": "Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.", "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" } }, "featureSource": { "description": "Folder with the payload of features that the image does not hold: sources\\sxs of the media, for .NET Framework 3.5.", "type": "string", "minLength": 1 }, "driverFolder": { "description": "Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them.", "type": "string", "minLength": 1 }, "strict": { "description": "Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others.", "type": "boolean" }, "forceUnsigned": { "description": "Drivers without a catalog file as well.", "type": "boolean", "default": false }, "includeDotNet": { "description": "Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so.", "type": "boolean" }, "includeWinRE": { "description": "Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings.", "type": "boolean" }, "includeBootImage": { "description": "Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows.", "type": "boolean" }, "includeSetup": { "description": "Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim.", "type": "boolean" }, "profile": { "description": "What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim).", "enum": ["image", "upgrade-folder", "media"] }, "updateBootManager": { "description": "Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched.", "enum": ["2023"] }, "updateDistributionPoint": { "description": "Send the new version to the distribution points.", "type": "boolean", "default": false }, "indexes": { "description": "Only these indexes; default all.", "type": "array", "items": { "type": "integer", "minimum": 1 } }, "image": { "description": "Name or id of a registered image.", "type": "string", "minLength": 1 } }, "required": ["image"], "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$", "u");
var pattern1 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3})?$", "u");
var pattern2 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.continueOnError === void 0) {
      data.continueOnError = false;
    }
    if (data.removeSupersededUpdates === void 0) {
      data.removeSupersededUpdates = false;
    }
    if (data.forceUnsigned === void 0) {
      data.forceUnsigned = false;
    }
    if (data.updateDistributionPoint === void 0) {
      data.updateDistributionPoint = false;
    }
    if (data.image === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "image" }, message: "must have required property 'image'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.updates !== void 0) {
      let data0 = data.updates;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (func3(data1) < 1) {
              const err2 = { instancePath: instancePath + "/updates/" + i0, schemaPath: "#/properties/updates/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          } else {
            const err3 = { instancePath: instancePath + "/updates/" + i0, schemaPath: "#/properties/updates/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/updates", schemaPath: "#/properties/updates/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.latest !== void 0) {
      if (typeof data.latest !== "boolean") {
        const err5 = { instancePath: instancePath + "/latest", schemaPath: "#/properties/latest/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.rule !== void 0) {
      let data3 = data.rule;
      if (typeof data3 === "string") {
        if (func3(data3) < 1) {
          const err6 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (typeof data.continueOnError !== "boolean") {
      const err8 = { instancePath: instancePath + "/continueOnError", schemaPath: "#/properties/continueOnError/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (typeof data.removeSupersededUpdates !== "boolean") {
      const err9 = { instancePath: instancePath + "/removeSupersededUpdates", schemaPath: "#/properties/removeSupersededUpdates/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.cleanupWhenPending !== void 0) {
      let data6 = data.cleanupWhenPending;
      if (!(data6 === "fail" || data6 === "skip")) {
        const err10 = { instancePath: instancePath + "/cleanupWhenPending", schemaPath: "#/properties/cleanupWhenPending/enum", keyword: "enum", params: { allowedValues: schema11.properties.cleanupWhenPending.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.languages !== void 0) {
      let data7 = data.languages;
      if (Array.isArray(data7)) {
        const len1 = data7.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data8 = data7[i1];
          if (typeof data8 === "string") {
            if (!pattern0.test(data8)) {
              const err11 = { instancePath: instancePath + "/languages/" + i1, schemaPath: "#/properties/languages/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$" }, message: 'must match pattern "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$"' };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/languages/" + i1, schemaPath: "#/properties/languages/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/languages", schemaPath: "#/properties/languages/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.capabilities !== void 0) {
      let data9 = data.capabilities;
      if (Array.isArray(data9)) {
        const len2 = data9.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data10 = data9[i2];
          if (typeof data10 === "string") {
            if (!pattern1.test(data10)) {
              const err14 = { instancePath: instancePath + "/capabilities/" + i2, schemaPath: "#/properties/capabilities/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3})?$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3})?$"' };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/capabilities/" + i2, schemaPath: "#/properties/capabilities/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/capabilities", schemaPath: "#/properties/capabilities/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.capabilitySources !== void 0) {
      let data11 = data.capabilitySources;
      if (Array.isArray(data11)) {
        const len3 = data11.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data12 = data11[i3];
          if (typeof data12 === "string") {
            if (func3(data12) < 1) {
              const err17 = { instancePath: instancePath + "/capabilitySources/" + i3, schemaPath: "#/properties/capabilitySources/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/capabilitySources/" + i3, schemaPath: "#/properties/capabilitySources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/capabilitySources", schemaPath: "#/properties/capabilitySources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.features !== void 0) {
      let data13 = data.features;
      if (Array.isArray(data13)) {
        const len4 = data13.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data14 = data13[i4];
          if (typeof data14 === "string") {
            if (!pattern2.test(data14)) {
              const err20 = { instancePath: instancePath + "/features/" + i4, schemaPath: "#/properties/features/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"' };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/features/" + i4, schemaPath: "#/properties/features/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/features", schemaPath: "#/properties/features/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.featureSource !== void 0) {
      let data15 = data.featureSource;
      if (typeof data15 === "string") {
        if (func3(data15) < 1) {
          const err23 = { instancePath: instancePath + "/featureSource", schemaPath: "#/properties/featureSource/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/featureSource", schemaPath: "#/properties/featureSource/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.driverFolder !== void 0) {
      let data16 = data.driverFolder;
      if (typeof data16 === "string") {
        if (func3(data16) < 1) {
          const err25 = { instancePath: instancePath + "/driverFolder", schemaPath: "#/properties/driverFolder/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/driverFolder", schemaPath: "#/properties/driverFolder/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.strict !== void 0) {
      if (typeof data.strict !== "boolean") {
        const err27 = { instancePath: instancePath + "/strict", schemaPath: "#/properties/strict/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (typeof data.forceUnsigned !== "boolean") {
      const err28 = { instancePath: instancePath + "/forceUnsigned", schemaPath: "#/properties/forceUnsigned/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err28];
      } else {
        vErrors.push(err28);
      }
      errors++;
    }
    if (data.includeDotNet !== void 0) {
      if (typeof data.includeDotNet !== "boolean") {
        const err29 = { instancePath: instancePath + "/includeDotNet", schemaPath: "#/properties/includeDotNet/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.includeWinRE !== void 0) {
      if (typeof data.includeWinRE !== "boolean") {
        const err30 = { instancePath: instancePath + "/includeWinRE", schemaPath: "#/properties/includeWinRE/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.includeBootImage !== void 0) {
      if (typeof data.includeBootImage !== "boolean") {
        const err31 = { instancePath: instancePath + "/includeBootImage", schemaPath: "#/properties/includeBootImage/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.includeSetup !== void 0) {
      if (typeof data.includeSetup !== "boolean") {
        const err32 = { instancePath: instancePath + "/includeSetup", schemaPath: "#/properties/includeSetup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.profile !== void 0) {
      let data23 = data.profile;
      if (!(data23 === "image" || data23 === "upgrade-folder" || data23 === "media")) {
        const err33 = { instancePath: instancePath + "/profile", schemaPath: "#/properties/profile/enum", keyword: "enum", params: { allowedValues: schema11.properties.profile.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.updateBootManager !== void 0) {
      if (!(data.updateBootManager === "2023")) {
        const err34 = { instancePath: instancePath + "/updateBootManager", schemaPath: "#/properties/updateBootManager/enum", keyword: "enum", params: { allowedValues: schema11.properties.updateBootManager.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (typeof data.updateDistributionPoint !== "boolean") {
      const err35 = { instancePath: instancePath + "/updateDistributionPoint", schemaPath: "#/properties/updateDistributionPoint/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err35];
      } else {
        vErrors.push(err35);
      }
      errors++;
    }
    if (data.indexes !== void 0) {
      let data26 = data.indexes;
      if (Array.isArray(data26)) {
        const len5 = data26.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data27 = data26[i5];
          if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
            const err36 = { instancePath: instancePath + "/indexes/" + i5, schemaPath: "#/properties/indexes/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
          if (typeof data27 == "number" && isFinite(data27)) {
            if (data27 < 1 || isNaN(data27)) {
              const err37 = { instancePath: instancePath + "/indexes/" + i5, schemaPath: "#/properties/indexes/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/indexes", schemaPath: "#/properties/indexes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.image !== void 0) {
      let data28 = data.image;
      if (typeof data28 === "string") {
        if (func3(data28) < 1) {
          const err39 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
      } else {
        const err40 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
  } else {
    const err41 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err41];
    } else {
      vErrors.push(err41);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  planShow
};
