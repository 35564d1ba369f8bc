// Made by `npm run generate` from schemas/v1. Do not edit.
import type { RequestMembers } from '../members.ts';

export const requestMembers: Record<string, RequestMembers> = {
  "boot-image.add": {
    "description": "Registers a boot image.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "Boot image (boot.wim)."
      },
      "name": {
        "type": "string",
        "description": "Name in the library; one line. Default: the name of the file."
      },
      "version": {
        "type": "string",
        "description": "Version of the administrator."
      },
      "description": {
        "type": "string",
        "description": "Remark."
      }
    }
  },
  "boot-image.list": {
    "description": "Lists the registered boot images.",
    "members": {
      "name": {
        "type": "string",
        "description": "Wildcard on the name."
      },
      "id": {
        "type": "string",
        "list": true,
        "description": ""
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "boot-image.remove": {
    "description": "Takes a boot image out of the library. Its file stays, unless content is asked for.",
    "members": {
      "bootImage": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      },
      "content": {
        "type": "boolean",
        "default": false,
        "description": "Delete the file and its kept versions too."
      }
    }
  },
  "boot-image.set": {
    "description": "Changes what the library says of a boot image.",
    "members": {
      "bootImage": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      },
      "name": {
        "type": "string",
        "description": "New name."
      },
      "path": {
        "type": "string",
        "description": "New place of the same file."
      },
      "version": {
        "type": "string",
        "description": ""
      },
      "description": {
        "type": "string",
        "description": ""
      }
    }
  },
  "boot-image.show": {
    "description": "Shows a boot image.",
    "members": {
      "bootImage": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      }
    }
  },
  "bundle.export": {
    "description": "Writes catalog, release table and content of this site into a folder that another site can import: the way over an air gap. What lies there already is not copied again.",
    "members": {
      "to": {
        "type": "string",
        "required": true,
        "description": "Folder of the bundle; made when it is not there."
      },
      "update": {
        "type": "string",
        "list": true,
        "description": "Only these updates: unique ids or KBs."
      },
      "image": {
        "type": "string",
        "description": "Only what this registered image should get."
      },
      "rule": {
        "type": "string",
        "description": "Only what this rule chooses, for its images or for the one that is named."
      },
      "since": {
        "type": "string",
        "description": "Only updates that came or changed, and content that was stored, after this time."
      },
      "for": {
        "type": "string",
        "description": "Inventory of the other site: what it has is left out."
      },
      "content": {
        "type": "boolean",
        "default": true,
        "description": "Takes the package files along."
      },
      "inventory": {
        "type": "string",
        "description": "File to write: what this site holds, for a bundle in the other direction."
      }
    }
  },
  "bundle.import": {
    "description": "Takes a bundle of another site: its signature is checked first, then every file. What is here already is not copied again.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "Folder of the bundle."
      },
      "trust": {
        "type": "string",
        "list": true,
        "description": "Keys to trust from now on: fingerprints (SHA-256, hexadecimal, with or without colons) or public keys."
      },
      "content": {
        "type": "boolean",
        "default": true,
        "description": "Takes the package files too."
      },
      "inventory": {
        "type": "string",
        "description": "File to write: what this site then holds, for the next bundle."
      }
    }
  },
  "category.list": {
    "description": "Lists the products, classifications and languages that sources file updates under, and which of them a sync asks for.",
    "members": {
      "name": {
        "type": "string",
        "list": true,
        "description": "Wildcards (* and ?) on the name, or GUIDs."
      },
      "kind": {
        "type": "string",
        "list": true,
        "choices": [
          "product",
          "classification",
          "language",
          "family",
          "company",
          "detectoid",
          "other"
        ],
        "description": "Only these kinds. Default: product, classification and language."
      },
      "subscribed": {
        "type": "boolean",
        "description": "Only those that a sync asks for, or only the others."
      },
      "source": {
        "type": "string",
        "list": true,
        "description": "Names of sources, with wildcards. Default: all that have categories."
      }
    }
  },
  "category.set": {
    "description": "Chooses what a sync asks its sources for. What is not named stays as it is; the next sync brings what is new in the choice.",
    "members": {
      "product": {
        "type": "string",
        "list": true,
        "description": "Products: wildcards (* and ?) on names, or GUIDs. They replace those that were chosen."
      },
      "classification": {
        "type": "string",
        "list": true,
        "description": "Classifications: wildcards on names, or GUIDs."
      },
      "language": {
        "type": "string",
        "list": true,
        "description": "Languages: wildcards on names, or tags, for example German or de. Updates for other languages are passed over; * is every language."
      },
      "add": {
        "type": "boolean",
        "default": false,
        "description": "Adds what is named to what was chosen instead of replacing it."
      },
      "reset": {
        "type": "boolean",
        "default": false,
        "description": "Goes back to the usual choice: Windows 10, Windows 11 and the servers from 2016 on with dynamic updates and .NET; security updates, updates, update rollups, critical updates, service packs; every language."
      },
      "source": {
        "type": "string",
        "list": true,
        "description": "Names of sources, with wildcards. Default: all that have categories."
      }
    }
  },
  "configmgr.schedule": {
    "description": "Lets Configuration Manager do the servicing: New-CMOperatingSystemImageUpdateSchedule for updates that were chosen here.",
    "members": {
      "source": {
        "type": "string",
        "description": "Name of the configmgr source whose site it is; left out where there is only one."
      },
      "target": {
        "type": "string",
        "required": true,
        "description": "Name or package id of the operating system image there."
      },
      "update": {
        "type": "string",
        "list": true,
        "description": "Updates: unique ids or KBs."
      },
      "image": {
        "type": "string",
        "description": "A registered image here: what it should get."
      },
      "rule": {
        "type": "string",
        "description": "A rule here: what it chooses."
      },
      "at": {
        "type": "string",
        "description": "When; left out: as soon as possible."
      },
      "continueOnError": {
        "type": "boolean",
        "default": false,
        "description": "Goes on with the next update after one that fails."
      },
      "removeSupersededUpdates": {
        "type": "boolean",
        "default": false,
        "description": "Removes superseded components afterwards."
      },
      "updateDistributionPoint": {
        "type": "boolean",
        "default": false,
        "description": "Updates the distribution points afterwards."
      }
    }
  },
  "content.add": {
    "description": "Verifies a package file and stores it.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "Package file."
      },
      "uniqueId": {
        "type": "string",
        "description": "Update that it belongs to."
      },
      "standIn": {
        "type": "boolean",
        "default": false,
        "description": "The file is a stand-in made by rehearsal package."
      }
    }
  },
  "content.clear": {
    "description": "Removes files from the content library. A dry run says which and how many bytes.",
    "members": {
      "uniqueId": {
        "type": "string",
        "list": true,
        "description": "Files of these updates."
      },
      "olderThan": {
        "type": "integer",
        "description": "Files that were stored so many days ago or longer."
      },
      "superseded": {
        "type": "boolean",
        "description": "Files of updates that are superseded or expired."
      },
      "maximumSize": {
        "type": "integer",
        "description": "The oldest files, until the library has at most so many bytes."
      },
      "quarantine": {
        "type": "boolean",
        "description": "Everything in quarantine."
      },
      "unfinished": {
        "type": "boolean",
        "description": "Files that did not come whole, unless they are being downloaded."
      },
      "saveId": {
        "type": "string",
        "list": true,
        "description": "Saves in the background that are to stop."
      },
      "force": {
        "type": "boolean",
        "description": "Also what a pending run or a schedule needs."
      }
    }
  },
  "content.list": {
    "description": "Lists the content library.",
    "members": {
      "uniqueId": {
        "type": "string",
        "list": true,
        "description": ""
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "content.save": {
    "description": "Downloads the package files that updates, an image, a rule or a schedule need, and stores them verified. A dry run lists them with their bytes.",
    "members": {
      "uniqueId": {
        "type": "string",
        "list": true,
        "description": "Updates: identities, or KBs."
      },
      "image": {
        "type": "string",
        "description": "Name or id of a registered image: everything that it needs."
      },
      "path": {
        "type": "string",
        "description": "An image file: everything that it needs."
      },
      "index": {
        "type": "integer",
        "description": "Index of the image; default all."
      },
      "rule": {
        "type": "string",
        "description": "Name of a rule: what it chooses for the image, or for all registered images."
      },
      "scheduleId": {
        "type": "string",
        "description": "What a schedule would put in now."
      },
      "preview": {
        "type": "string",
        "choices": [
          "include",
          "exclude"
        ],
        "description": "Do previews compete? Default exclude."
      },
      "outOfBand": {
        "type": "string",
        "choices": [
          "include",
          "prefer-regular",
          "exclude"
        ],
        "description": "Do out-of-band updates compete? Default include."
      },
      "previous": {
        "type": "integer",
        "description": "So many cumulative updates back from the newest; 1 for a bad month."
      },
      "deferralDays": {
        "type": "integer",
        "description": "Days that an update must have been public."
      },
      "holds": {
        "type": "object",
        "list": true,
        "description": "KBs that are never chosen while the hold lasts."
      },
      "pins": {
        "type": "object",
        "list": true,
        "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts."
      },
      "role": {
        "type": "string",
        "list": true,
        "choices": [
          "ServicingStackUpdate",
          "Checkpoint",
          "CumulativeUpdate",
          "EnablementPackage",
          "DotNetCumulativeUpdate",
          "SafeOSDynamicUpdate",
          "SetupDynamicUpdate"
        ],
        "description": "Only these roles; default all but the enablement package."
      },
      "enablement": {
        "type": "string",
        "description": "Release that an enablement package shall switch on, for example 25H2."
      },
      "asOf": {
        "type": "string",
        "description": "The catalog as it was at this date or time."
      },
      "background": {
        "type": "boolean",
        "default": false,
        "description": "A worker does it, which outlives this process; the answer is the save as it begins."
      }
    }
  },
  "content.verify": {
    "description": "Reads stored files again: digests, and signatures where they vouch. What is bad goes to quarantine.",
    "members": {
      "uniqueId": {
        "type": "string",
        "list": true,
        "description": "Only files of these updates; default all."
      }
    }
  },
  "distribution.add": {
    "description": "Adds a distribution point. Its folder is made where it is missing, and marked.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the distribution point."
      },
      "type": {
        "type": "string",
        "required": true,
        "description": "Kind: folder, http, configmgr, s3 or wds."
      },
      "path": {
        "type": "string",
        "description": "Folder or share, for kinds that have one."
      },
      "groups": {
        "type": "string",
        "list": true,
        "description": "Groups that the distribution point belongs to."
      },
      "settings": {
        "type": "object",
        "description": "Further settings of the kind; the schema point.<type>.settings names them."
      },
      "enabled": {
        "type": "boolean",
        "default": true,
        "description": "False leaves the distribution point out of everything that does not name it."
      }
    }
  },
  "distribution.list": {
    "description": "Lists distribution points.",
    "members": {
      "name": {
        "type": "string",
        "description": "Wildcard (* and ?) on the name."
      },
      "group": {
        "type": "string",
        "description": "Only those of this group."
      }
    }
  },
  "distribution.remove": {
    "description": "Forgets a distribution point. What lies there stays.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the distribution point."
      }
    }
  },
  "distribution.send": {
    "description": "Sends the published file of images to distribution points. One that has it is looked at, and sent only what is missing or damaged.",
    "members": {
      "image": {
        "type": "string",
        "list": true,
        "required": true,
        "description": "Names or ids of images; wildcards (* and ?) are taken."
      },
      "point": {
        "type": "string",
        "list": true,
        "description": "Names of distribution points; they become targets of the images."
      },
      "group": {
        "type": "string",
        "list": true,
        "description": "Groups of distribution points; they become targets of the images."
      },
      "failed": {
        "type": "boolean",
        "default": false,
        "description": "Only to targets whose last send failed."
      }
    }
  },
  "distribution.serve": {
    "description": "Serves an http distribution point, read-only, until it is told to end (Ctrl+C, or the end of its service).",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the distribution point."
      },
      "address": {
        "type": "string",
        "description": "Name or address of the interface to listen on, instead of that of the settings."
      },
      "port": {
        "type": "integer",
        "description": "TCP port instead of that of the settings; 0 = a free one."
      },
      "token": {
        "type": "object",
        "description": "Bearer token that clients must send, instead of that of the settings: the name of an environment variable of this process, or of a secret of SecretManagement."
      }
    }
  },
  "distribution.set": {
    "description": "Changes a distribution point; what is not named stays.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the distribution point."
      },
      "newName": {
        "type": "string",
        "description": "Another name."
      },
      "path": {
        "type": "string",
        "description": "Folder or share, for kinds that have one."
      },
      "groups": {
        "type": "string",
        "list": true,
        "description": "Groups that the distribution point belongs to."
      },
      "settings": {
        "type": "object",
        "description": "Further settings of the kind; the schema point.<type>.settings names them. Null takes one away."
      },
      "enabled": {
        "type": "boolean",
        "description": "False leaves the distribution point out of everything that does not name it."
      }
    }
  },
  "distribution.show": {
    "description": "Shows one distribution point, and tries it.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the distribution point."
      },
      "test": {
        "type": "boolean",
        "default": false,
        "description": "Tries it too: reaches it, and sees whether it can be written."
      }
    }
  },
  "distribution.status": {
    "description": "Shows where images were sent.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of an image; a wildcard (* and ?) is taken."
      },
      "point": {
        "type": "string",
        "description": "Only this distribution point."
      },
      "verify": {
        "type": "boolean",
        "default": false,
        "description": "Reads what lies at the distribution points and compares it with its digest; sites are asked also where they were done."
      }
    }
  },
  "environment.check": {
    "description": "Checks what servicing needs on this machine, before it is needed; changes nothing.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image: only it is looked at, not all images."
      },
      "powerShell": {
        "type": "object",
        "description": "The PowerShell that asks, where one does."
      }
    }
  },
  "image-version.remove": {
    "description": "Removes one kept version of an image; the current one is never removed, and no other version is lost.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      },
      "sourceVersion": {
        "type": "integer",
        "required": true,
        "description": "The version to remove."
      }
    }
  },
  "image.add": {
    "description": "Registers an image. What an ISO image holds is taken out to a file of its own first.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "Image file (WIM), or an ISO image of Windows media, which stays untouched."
      },
      "name": {
        "type": "string",
        "description": "Name in the library; one line. Default: the name of the file that is registered."
      },
      "version": {
        "type": "string",
        "description": "Version of the administrator."
      },
      "description": {
        "type": "string",
        "description": "Remark."
      },
      "acceptEula": {
        "type": "boolean",
        "default": false,
        "description": "The licence terms of the image were read and accepted."
      },
      "index": {
        "type": "integer",
        "description": "Take only this index: it is extracted to a new file, and the source stays untouched."
      },
      "to": {
        "type": "string",
        "description": "With an index, an ISO image, a solid file (ESD) or a split set: the new file, which must not exist. Default: beside the source, for example Win11.wim for Win11.iso."
      },
      "architecture": {
        "type": "string",
        "choices": [
          "x86",
          "x64",
          "arm64"
        ],
        "description": "For pre-cache: only clients of this architecture fetch the image ahead."
      },
      "language": {
        "type": "string",
        "description": "For pre-cache: only clients of this language fetch the image ahead, for example en-US."
      }
    }
  },
  "image.advice": {
    "description": "Says for an image whether to service it offline, to install updates while deploying, or to capture it anew.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id of a registered image."
      }
    }
  },
  "image.compare": {
    "description": "Compares two images, or two versions of one: build, packages, features, languages, and files.",
    "members": {
      "reference": {
        "type": "string",
        "required": true,
        "description": "Name or id of a registered image, or a file."
      },
      "referenceIndex": {
        "type": "integer",
        "description": "One index of it; default all."
      },
      "referenceVersion": {
        "type": "integer",
        "description": "A kept version of a registered image; default the current one."
      },
      "difference": {
        "type": "string",
        "description": "Name or id of a registered image, or a file. Default: the reference."
      },
      "differenceIndex": {
        "type": "integer",
        "description": "One index of it; default all."
      },
      "differenceVersion": {
        "type": "integer",
        "description": "A kept version of a registered image; default the current one."
      },
      "under": {
        "type": "string",
        "description": "Also compares the files below this folder of the images by SHA-1; \\ is everything."
      },
      "includeEqual": {
        "type": "boolean",
        "default": false,
        "description": "Also lists what is equal."
      },
      "winre": {
        "type": "boolean",
        "default": false,
        "description": "Also compares the recovery images."
      },
      "limit": {
        "type": "integer",
        "default": 10000,
        "description": "Most lines about files; more are counted, not listed."
      }
    }
  },
  "image.export": {
    "description": "Writes one index or more of an image to a new file; what is stored compressed is taken over as it is.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image."
      },
      "path": {
        "type": "string",
        "description": "An image file, or an ISO image of Windows media."
      },
      "index": {
        "type": "integer",
        "list": true,
        "description": "The indexes, in the order that they get; default all."
      },
      "to": {
        "type": "string",
        "required": true,
        "description": "File that is written; it must not exist."
      },
      "compression": {
        "type": "string",
        "choices": [
          "keep",
          "none",
          "XPRESS",
          "recovery"
        ],
        "description": "keep takes content over as it is stored, but a solid file (ESD) becomes one with XPRESS; none and XPRESS make it anew; recovery makes a solid file with LZMS, the smallest, which cannot be mounted. Default: recovery where the name ends in .esd, else keep."
      },
      "integrity": {
        "type": "boolean",
        "description": "Writes an integrity table; default as in the source."
      }
    }
  },
  "image.files": {
    "description": "Lists the files of one index of an image.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image."
      },
      "path": {
        "type": "string",
        "description": "An image file, or an ISO image of Windows media."
      },
      "index": {
        "type": "integer",
        "description": "The index; may be left out when the file has only one."
      },
      "under": {
        "type": "string",
        "description": "Folder inside the image, beginning with a backslash."
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "image.inspect": {
    "description": "Reads what an image file holds, without mounting it.",
    "members": {
      "path": {
        "type": "string",
        "description": "Image file (.wim, .esd, .ppkg, any part of a split .swm set), an ISO image of Windows media, or a folder: then all image files in it."
      },
      "index": {
        "type": "integer",
        "description": "One index; default all."
      },
      "packages": {
        "type": "boolean",
        "default": false,
        "description": "List the packages and their states."
      },
      "paths": {
        "type": "string",
        "list": true,
        "description": "Several image files or folders."
      },
      "features": {
        "type": "boolean",
        "default": false,
        "description": "List the optional features and their states."
      },
      "winre": {
        "type": "boolean",
        "default": false,
        "description": "Look into the recovery image (winre.wim) of each index."
      }
    }
  },
  "image.installed": {
    "description": "Lists the updates inside an image.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image."
      },
      "path": {
        "type": "string",
        "description": "An image file, or an ISO image of Windows media."
      },
      "index": {
        "type": "integer",
        "description": "One index; default all."
      }
    }
  },
  "image.list": {
    "description": "Lists the registered images.",
    "members": {
      "name": {
        "type": "string",
        "description": "Wildcard on the name."
      },
      "id": {
        "type": "string",
        "list": true,
        "description": ""
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "image.read": {
    "description": "Takes one file out of an image.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image."
      },
      "path": {
        "type": "string",
        "description": "An image file, or an ISO image of Windows media."
      },
      "index": {
        "type": "integer",
        "description": "The index; may be left out when the file has only one."
      },
      "file": {
        "type": "string",
        "required": true,
        "description": "Path inside the image, beginning with a backslash; \\folder\\file:stream is an alternate stream."
      },
      "to": {
        "type": "string",
        "required": true,
        "description": "File that is written; it must not exist."
      }
    }
  },
  "image.refresh": {
    "description": "Reads a registered image file again, after an intended change.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      }
    }
  },
  "image.remove": {
    "description": "Takes an image out of the library.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      },
      "content": {
        "type": "boolean",
        "default": false,
        "description": "Delete the file and its kept versions too."
      }
    }
  },
  "image.restore": {
    "description": "Publishes a kept version again, as a new version.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      },
      "sourceVersion": {
        "type": "integer",
        "description": "Version to restore; default the one before the current."
      }
    }
  },
  "image.save": {
    "description": "Fetches images from a distribution point into a folder: those that fit architecture and language of this machine, or those that are named. Of an earlier version that is there only what changed travels; what was cut goes on; a file gets its name when its digest is right.",
    "members": {
      "image": {
        "type": "string",
        "list": true,
        "description": "Names or ids of images at the distribution point, with the wildcards * and ?; left out: all that fit this machine."
      },
      "from": {
        "type": "string",
        "required": true,
        "description": "Where from: an address (http or https), a folder or share, or the name of a distribution point of this site."
      },
      "to": {
        "type": "string",
        "required": true,
        "description": "Folder that the images are saved into; it is made where it is missing."
      },
      "architecture": {
        "type": "string",
        "choices": [
          "x86",
          "x64",
          "arm64",
          "any"
        ],
        "description": "x86, x64, arm64, or any. Default: that of this machine; any where images are named."
      },
      "language": {
        "type": "string",
        "description": "As in de-DE; de stands for all of it; any takes all. Default: that of this machine; any where images are named."
      },
      "trust": {
        "type": "string",
        "list": true,
        "description": "Fingerprints or public keys of sites whose manifests count. Default: this site's own for a name; else the one of the save before."
      },
      "token": {
        "type": "object",
        "description": "Bearer token that the server wants: the name of an environment variable of this process, or of a secret of SecretManagement."
      },
      "rootCertificate": {
        "type": "string",
        "description": "File with root certificates (PEM) that are trusted besides those of the system."
      },
      "spare": {
        "type": "boolean",
        "description": "Keeps a copy that the next version is made of in place: it takes the room of one image, and only what changed is written. The first save makes it; later it is the version before. Without this it is kept where the volume has ten times the size of the image free."
      },
      "attempts": {
        "type": "integer",
        "default": 5,
        "description": "Attempts before it counts as failed."
      },
      "bandwidthLimit": {
        "type": "integer",
        "default": 0,
        "description": "Bytes a second that may travel; 0 = no limit."
      },
      "patience": {
        "type": "integer",
        "default": 60,
        "description": "Seconds without a byte after which the distribution point counts as gone."
      }
    }
  },
  "image.set": {
    "description": "Changes what the library says of an image.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      },
      "name": {
        "type": "string",
        "description": "New name."
      },
      "path": {
        "type": "string",
        "description": "New place of the same file."
      },
      "version": {
        "type": "string",
        "description": ""
      },
      "description": {
        "type": "string",
        "description": ""
      },
      "architecture": {
        "type": "string",
        "choices": [
          "x86",
          "x64",
          "arm64",
          ""
        ],
        "description": "For pre-cache: only clients of this architecture fetch the image ahead. Empty: any."
      },
      "language": {
        "type": "string",
        "description": "For pre-cache: only clients of this language fetch the image ahead, for example en-US. Empty: any."
      },
      "retainVersion": {
        "type": "integer",
        "description": "How many earlier versions of this image are kept, whatever the site says."
      },
      "retainDays": {
        "type": "integer",
        "description": "Days that an earlier version of this image is kept after another one took its place, whatever the site says; 0 = however long. The version before the current one stays."
      },
      "retainBytes": {
        "type": "integer",
        "description": "Bytes that the earlier versions of this image may take on disk, whatever the site says; the oldest go first. 0 = however many. The version before the current one stays."
      },
      "retainAsSite": {
        "type": "boolean",
        "description": "Takes what was said of this image alone away, before the other members: its versions are kept as the site is set."
      },
      "multicastAllow": {
        "type": "boolean",
        "description": "The image may be sent to many at once (multicast). Taken away, the other two go with it."
      },
      "multicastEncrypt": {
        "type": "boolean",
        "description": "It travels encrypted then. Needs multicastAllow."
      },
      "multicastTransferOnly": {
        "type": "boolean",
        "description": "Clients get it by multicast alone. Needs multicastAllow, and a task sequence that downloads content locally when needed."
      }
    }
  },
  "image.show": {
    "description": "Shows a registered image.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      }
    }
  },
  "image.status": {
    "description": "Tells which updates an image has, needs or does not need.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image."
      },
      "path": {
        "type": "string",
        "description": "An image file, or an ISO image of Windows media."
      },
      "index": {
        "type": "integer",
        "description": "One index; default all."
      },
      "uniqueId": {
        "type": "string",
        "list": true,
        "description": "Only these updates."
      }
    }
  },
  "image.verify": {
    "description": "Reads every byte of an image file and compares every digest; of an upgrade package also the programs of Setup and the boot image beside it.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image."
      },
      "path": {
        "type": "string",
        "description": "An image file, or an ISO image of Windows media."
      }
    }
  },
  "image.versions": {
    "description": "Lists the versions of an image that are kept.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      }
    }
  },
  "log.show": {
    "description": "Shows a log.",
    "members": {
      "runId": {
        "type": "string",
        "description": ""
      },
      "source": {
        "type": "string",
        "choices": [
          "Engine",
          "Dism"
        ],
        "default": "Engine",
        "description": ""
      },
      "tail": {
        "type": "integer",
        "description": "The last so many entries. Default: 200, with after all of them."
      },
      "level": {
        "type": "string",
        "choices": [
          "Error",
          "Warning",
          "Info"
        ],
        "description": "At least this level."
      },
      "after": {
        "type": "string",
        "description": "Only what was written since: the next of an answer."
      },
      "wait": {
        "type": "boolean",
        "default": false,
        "description": "Follows the log until its run has ended; that of the site until it is interrupted. Each entry is an event."
      },
      "timeout": {
        "type": "number",
        "description": "With wait: seconds to follow it at most. That is no failure."
      }
    }
  },
  "maintenance.list": {
    "description": "Lists what was maintained, newest first.",
    "members": {
      "scheduleId": {
        "type": "string",
        "description": "Only those of this schedule."
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": "How many at most."
      },
      "after": {
        "type": "string",
        "description": "Cursor: next of the answer before."
      }
    }
  },
  "maintenance.run": {
    "description": "Does the hygiene of every month now: declines updates, cleans up content and kept versions, maintains the database. A dry run says what and how much.",
    "members": {
      "scheduleId": {
        "type": "string",
        "description": "A schedule of kind Maintenance: does what it says, instead of the other members."
      },
      "part": {
        "type": "string",
        "list": true,
        "choices": [
          "decline",
          "content",
          "versions",
          "database"
        ],
        "description": "Parts that are done, always in this order: decline, content, versions, database. Default: all."
      },
      "declineRule": {
        "type": "string",
        "list": true,
        "choices": [
          "superseded",
          "expired",
          "itanium",
          "arm",
          "beta",
          "preview",
          "unused-release"
        ],
        "description": "Which updates are declined. Default: expired, itanium, beta. With superseded, a rule that defers or takes the one before has nothing left to choose."
      },
      "contentOlderThan": {
        "type": "integer",
        "description": "Besides the content of superseded and expired updates: files that were stored so many days ago or longer."
      },
      "contentMaximumSize": {
        "type": "integer",
        "description": "Besides: the oldest files, until the library has at most so many bytes."
      },
      "retainDays": {
        "type": "integer",
        "description": "Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays. Default: as the site is set."
      },
      "retainBytes": {
        "type": "integer",
        "description": "Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays. Default: as the site is set."
      },
      "retainVersion": {
        "type": "integer",
        "description": "Kept versions of an image besides the current one. Default: as the site is set."
      }
    }
  },
  "media.export": {
    "description": "Writes Windows media to a new folder or a new ISO image, and reads back what was written.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "Folder with Windows media; for a folder an ISO image too."
      },
      "to": {
        "type": "string",
        "required": true,
        "description": "Folder or ISO image that is written; it must not exist."
      },
      "format": {
        "type": "string",
        "choices": [
          "folder",
          "iso"
        ],
        "description": "Default: iso where the name ends in .iso, else folder."
      },
      "label": {
        "type": "string",
        "description": "Label of the disc; default is that of the disc that an upgrade package was taken out of, else the name of the folder."
      },
      "splitSize": {
        "type": "integer",
        "description": "Bytes: a larger sources\\install.wim becomes a set of .swm files, for FAT32."
      },
      "compression": {
        "type": "string",
        "choices": [
          "keep",
          "recovery"
        ],
        "default": "keep",
        "description": "recovery: sources\\install.wim becomes a smaller install.esd, a solid file. It cannot be split. Default keep."
      },
      "noPrompt": {
        "type": "boolean",
        "description": "The disc starts without waiting for a key."
      },
      "tool": {
        "type": "string",
        "choices": [
          "auto",
          "oscdimg",
          "imapi",
          "genisoimage"
        ],
        "default": "auto",
        "description": "What writes the ISO image; default is oscdimg of the ADK where it is, else IMAPI on Windows, else genisoimage."
      },
      "toolPath": {
        "type": "string",
        "description": "Program of oscdimg or genisoimage, where it does not lie where it usually does."
      }
    }
  },
  "media.update-boot-manager": {
    "description": "Puts the boot files of 2023 from the boot image of media into place: boot manager, fonts, boot sector of discs, list of revoked files. No policy file and no firmware is touched.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "Folder with Windows media."
      },
      "authority": {
        "type": "string",
        "choices": [
          "2023"
        ],
        "default": "2023",
        "description": "Whose boot files."
      },
      "minimums": {
        "type": "string",
        "description": "A file with a newer table of minimums (schema boot-minimums)."
      }
    }
  },
  "multicast.receive": {
    "description": "Waits for an image that is sent to many, and keeps it when signature and digest are right.",
    "members": {
      "to": {
        "type": "string",
        "required": true,
        "description": "Folder for the file."
      },
      "image": {
        "type": "string",
        "description": "Name of the image to wait for; left out: whichever comes first."
      },
      "trust": {
        "type": "string",
        "list": true,
        "description": "Keys whose images are taken: fingerprints or public keys. Left out: the key of this site."
      },
      "waitMinutes": {
        "type": "number",
        "default": 30,
        "description": "Gives up when so long nothing came."
      },
      "address": {
        "type": "string",
        "default": "239.255.77.20",
        "description": "Multicast address (IPv4) on which both sides meet; data goes to the address after it."
      },
      "port": {
        "type": "integer",
        "default": 5044,
        "description": "UDP port; the next one is used too."
      },
      "interface": {
        "type": "string",
        "description": "Name or IPv4 address of the network interface; left out: the system's choice."
      },
      "force": {
        "type": "boolean",
        "default": false,
        "description": "Replaces a file of the same name."
      }
    }
  },
  "multicast.send": {
    "description": "Sends the published file of an image to all receivers that wait for it, once for all of them.",
    "members": {
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      },
      "receivers": {
        "type": "integer",
        "default": 1,
        "description": "Begins as soon as so many receivers wait."
      },
      "waitMinutes": {
        "type": "number",
        "default": 10,
        "description": "Waits so long for them at most; what waits then is sent to."
      },
      "address": {
        "type": "string",
        "default": "239.255.77.20",
        "description": "Multicast address (IPv4) on which both sides meet; data goes to the address after it."
      },
      "port": {
        "type": "integer",
        "default": 5044,
        "description": "UDP port; the next one is used too."
      },
      "interface": {
        "type": "string",
        "description": "Name or IPv4 address of the network interface; left out: the system's choice."
      },
      "bandwidthLimit": {
        "type": "integer",
        "default": 12500000,
        "description": "Bytes a second on the wire."
      },
      "timeToLive": {
        "type": "integer",
        "default": 1,
        "description": "How many routers the packets pass."
      }
    }
  },
  "notification.add": {
    "description": "Says who is told of what, and how.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the notification."
      },
      "channel": {
        "type": "string",
        "required": true,
        "description": "How it is told: mail, webhook, event-log or command."
      },
      "settings": {
        "type": "object",
        "required": true,
        "description": "Settings of the channel; the schema notification.<channel>.settings names them."
      },
      "event": {
        "type": "string",
        "list": true,
        "choices": [
          "RunSucceeded",
          "RunSucceededWithErrors",
          "RunFailed",
          "RunStalled",
          "ImageOld",
          "SupportEnds",
          "SyncStale",
          "NothingRan",
          "DistributionFailed",
          "MaintenanceSucceeded",
          "MaintenanceFailed"
        ],
        "description": "Kinds of events that are told. Left out: all."
      },
      "image": {
        "type": "string",
        "list": true,
        "description": "Images that it is about, with the wildcards * and ?. Left out: all."
      },
      "imageAge": {
        "type": "integer",
        "default": 40,
        "description": "ImageOld: days since the update that an image is at."
      },
      "supportEnds": {
        "type": "integer",
        "default": 90,
        "description": "SupportEnds: days before the last update of a release."
      },
      "syncAge": {
        "type": "integer",
        "default": 35,
        "description": "SyncStale: days since a source was synchronised."
      },
      "overdue": {
        "type": "integer",
        "default": 24,
        "description": "NothingRan: hours since a run was due."
      },
      "enabled": {
        "type": "boolean",
        "default": true,
        "description": "False: nothing is told."
      }
    }
  },
  "notification.list": {
    "description": "Lists notifications.",
    "members": {
      "name": {
        "type": "string",
        "description": "Names, with the wildcards * and ?."
      }
    }
  },
  "notification.remove": {
    "description": "Removes a notification; what it has not told yet is not told.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the notification."
      }
    }
  },
  "notification.set": {
    "description": "Changes a notification; what is not named stays.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the notification."
      },
      "newName": {
        "type": "string",
        "description": "Another name."
      },
      "settings": {
        "type": "object",
        "description": "Settings of the channel; the schema notification.<channel>.settings names them."
      },
      "event": {
        "type": "string",
        "list": true,
        "choices": [
          "RunSucceeded",
          "RunSucceededWithErrors",
          "RunFailed",
          "RunStalled",
          "ImageOld",
          "SupportEnds",
          "SyncStale",
          "NothingRan",
          "DistributionFailed",
          "MaintenanceSucceeded",
          "MaintenanceFailed"
        ],
        "description": "Kinds of events that are told. Replaces those so far."
      },
      "image": {
        "type": "string",
        "list": true,
        "description": "Images that it is about, with the wildcards * and ?. Replaces those so far."
      },
      "imageAge": {
        "type": "integer",
        "description": "ImageOld: days since the update that an image is at."
      },
      "supportEnds": {
        "type": "integer",
        "description": "SupportEnds: days before the last update of a release."
      },
      "syncAge": {
        "type": "integer",
        "description": "SyncStale: days since a source was synchronised."
      },
      "overdue": {
        "type": "integer",
        "description": "NothingRan: hours since a run was due."
      },
      "enabled": {
        "type": "boolean",
        "description": "False: nothing is told."
      }
    }
  },
  "notification.show": {
    "description": "Shows a notification with the messages of the last time.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the notification."
      }
    }
  },
  "notification.test": {
    "description": "Sends a test message.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the notification."
      }
    }
  },
  "package.inspect": {
    "description": "Says what an update package is, and whether it can be put into an image.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "Package file (.msu, .cab)."
      },
      "signature": {
        "type": "boolean",
        "default": true,
        "description": "Check the signature; all of the file is read for it."
      }
    }
  },
  "plan.export": {
    "description": "Writes what a run would do now as a PowerShell script for the cmdlets of DISM.",
    "members": {
      "updates": {
        "type": "string",
        "list": true,
        "description": "uniqueIds, KB articles or package files."
      },
      "latest": {
        "type": "boolean",
        "description": "Choose the latest cumulative update when the run starts."
      },
      "rule": {
        "type": "string",
        "description": "Name of a rule that chooses when the run starts."
      },
      "continueOnError": {
        "type": "boolean",
        "default": false,
        "description": "Go on after an update that failed."
      },
      "removeSupersededUpdates": {
        "type": "boolean",
        "default": false,
        "description": "Clean up with ResetBase, then export."
      },
      "cleanupWhenPending": {
        "type": "string",
        "choices": [
          "fail",
          "skip"
        ],
        "description": "What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors."
      },
      "languages": {
        "type": "string",
        "list": true,
        "description": "Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources."
      },
      "capabilities": {
        "type": "string",
        "list": true,
        "description": "Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0."
      },
      "capabilitySources": {
        "type": "string",
        "list": true,
        "description": "Folders or ISO images with language packs and features on demand of the release."
      },
      "features": {
        "type": "string",
        "list": true,
        "description": "Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5."
      },
      "featureSource": {
        "type": "string",
        "description": "Folder with the payload of features that the image does not hold: sources\\sxs of the media, for .NET Framework 3.5."
      },
      "driverFolder": {
        "type": "string",
        "description": "Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them."
      },
      "strict": {
        "type": "boolean",
        "description": "Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others."
      },
      "forceUnsigned": {
        "type": "boolean",
        "default": false,
        "description": "Drivers without a catalog file as well."
      },
      "includeDotNet": {
        "type": "boolean",
        "description": "Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so."
      },
      "includeWinRE": {
        "type": "boolean",
        "description": "Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings."
      },
      "includeBootImage": {
        "type": "boolean",
        "description": "Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows."
      },
      "includeSetup": {
        "type": "boolean",
        "description": "Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim."
      },
      "profile": {
        "type": "string",
        "choices": [
          "image",
          "upgrade-folder",
          "media"
        ],
        "description": "What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim)."
      },
      "updateBootManager": {
        "type": "string",
        "choices": [
          "2023"
        ],
        "description": "Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched."
      },
      "updateDistributionPoint": {
        "type": "boolean",
        "default": false,
        "description": "Send the new version to the distribution points."
      },
      "indexes": {
        "type": "integer",
        "list": true,
        "description": "Only these indexes; default all."
      },
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id of a registered image."
      },
      "to": {
        "type": "string",
        "required": true,
        "description": "File that is written (.ps1); it must not exist."
      }
    }
  },
  "plan.show": {
    "description": "Shows what a run would do now.",
    "members": {
      "updates": {
        "type": "string",
        "list": true,
        "description": "uniqueIds, KB articles or package files."
      },
      "latest": {
        "type": "boolean",
        "description": "Choose the latest cumulative update when the run starts."
      },
      "rule": {
        "type": "string",
        "description": "Name of a rule that chooses when the run starts."
      },
      "continueOnError": {
        "type": "boolean",
        "default": false,
        "description": "Go on after an update that failed."
      },
      "removeSupersededUpdates": {
        "type": "boolean",
        "default": false,
        "description": "Clean up with ResetBase, then export."
      },
      "cleanupWhenPending": {
        "type": "string",
        "choices": [
          "fail",
          "skip"
        ],
        "description": "What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors."
      },
      "languages": {
        "type": "string",
        "list": true,
        "description": "Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources."
      },
      "capabilities": {
        "type": "string",
        "list": true,
        "description": "Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0."
      },
      "capabilitySources": {
        "type": "string",
        "list": true,
        "description": "Folders or ISO images with language packs and features on demand of the release."
      },
      "features": {
        "type": "string",
        "list": true,
        "description": "Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5."
      },
      "featureSource": {
        "type": "string",
        "description": "Folder with the payload of features that the image does not hold: sources\\sxs of the media, for .NET Framework 3.5."
      },
      "driverFolder": {
        "type": "string",
        "description": "Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them."
      },
      "strict": {
        "type": "boolean",
        "description": "Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others."
      },
      "forceUnsigned": {
        "type": "boolean",
        "default": false,
        "description": "Drivers without a catalog file as well."
      },
      "includeDotNet": {
        "type": "boolean",
        "description": "Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so."
      },
      "includeWinRE": {
        "type": "boolean",
        "description": "Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings."
      },
      "includeBootImage": {
        "type": "boolean",
        "description": "Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows."
      },
      "includeSetup": {
        "type": "boolean",
        "description": "Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim."
      },
      "profile": {
        "type": "string",
        "choices": [
          "image",
          "upgrade-folder",
          "media"
        ],
        "description": "What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim)."
      },
      "updateBootManager": {
        "type": "string",
        "choices": [
          "2023"
        ],
        "description": "Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched."
      },
      "updateDistributionPoint": {
        "type": "boolean",
        "default": false,
        "description": "Send the new version to the distribution points."
      },
      "indexes": {
        "type": "integer",
        "list": true,
        "description": "Only these indexes; default all."
      },
      "image": {
        "type": "string",
        "required": true,
        "description": "Name or id of a registered image."
      }
    }
  },
  "rehearsal.image": {
    "description": "Makes a synthetic Windows image for rehearsals, or whole media around one.",
    "members": {
      "out": {
        "type": "string",
        "required": true,
        "description": "File that is written, with upgradePackage the folder; it must not exist."
      },
      "spec": {
        "type": "object",
        "required": true,
        "description": "What the image holds, as JSON; `imgupdate schema show rehearsal.image.request` explains its members. An index has a revision (the number behind the build: 4349 of 26100.4349) and may have dotNet (the version of the installed update of .NET, for example 10.0.9321.3)."
      }
    }
  },
  "rehearsal.package": {
    "description": "Makes a stand-in update package for rehearsals.",
    "members": {
      "out": {
        "type": "string",
        "required": true,
        "description": "File that is written; it must not exist."
      },
      "spec": {
        "type": "object",
        "required": true,
        "description": "What the package says it is, as JSON; `imgupdate schema show rehearsal.package.request` explains its members."
      }
    }
  },
  "release.import": {
    "description": "Imports rows of the release table.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "TSV or JSON lines."
      }
    }
  },
  "release.list": {
    "description": "Lists the release table.",
    "members": {
      "product": {
        "type": "string",
        "description": "Family, or the product as the table was written."
      },
      "release": {
        "type": "string",
        "description": ""
      },
      "articleId": {
        "type": "string",
        "description": "Article, with or without KB."
      },
      "kind": {
        "type": "string",
        "choices": [
          "Standard",
          "Preview",
          "Out-of-band",
          "Unknown"
        ],
        "description": ""
      },
      "asOf": {
        "type": "string",
        "description": "Rows up to this date."
      },
      "latest": {
        "type": "boolean",
        "description": "Only the newest row of each release."
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "rule.add": {
    "description": "Stores a rule by name.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the rule."
      },
      "description": {
        "type": "string",
        "description": "Remark."
      },
      "product": {
        "type": "string",
        "list": true,
        "description": "Names or GUIDs of products."
      },
      "family": {
        "type": "string",
        "list": true,
        "description": "For example Windows 11."
      },
      "release": {
        "type": "string",
        "list": true,
        "description": "For example 24H2."
      },
      "architecture": {
        "type": "string",
        "list": true,
        "choices": [
          "x86",
          "x64",
          "arm64"
        ],
        "description": "Architectures."
      },
      "kind": {
        "type": "string",
        "list": true,
        "choices": [
          "CumulativeUpdate",
          "CumulativeUpdatePreview",
          "DynamicCumulativeUpdate",
          "ServicingStackUpdate",
          "DotNetCumulativeUpdate",
          "DotNetCumulativeUpdatePreview",
          "SafeOSDynamicUpdate",
          "SetupDynamicUpdate",
          "DynamicUpdate",
          "MonthlyRollup",
          "MonthlyRollupPreview",
          "SecurityOnly",
          "SecurityUpdate",
          "EnablementPackage",
          "FeatureUpdate",
          "LanguagePack",
          "FeatureOnDemand",
          "Hotpatch",
          "Driver",
          "Definition",
          "Tool",
          "Other",
          "Unknown"
        ],
        "description": "Kinds. Default CumulativeUpdate."
      },
      "classification": {
        "type": "string",
        "list": true,
        "description": "Names or GUIDs of classifications."
      },
      "title": {
        "type": "string",
        "list": true,
        "description": "Wildcards (* and ?) on the title, any of several; one that begins with a minus excludes."
      },
      "articleId": {
        "type": "string",
        "list": true,
        "description": "Only these articles, with or without KB."
      },
      "severity": {
        "type": "string",
        "list": true,
        "description": "Severities, for example Critical."
      },
      "language": {
        "type": "string",
        "list": true,
        "description": "Languages, for example de-de; updates without a language always fit."
      },
      "superseded": {
        "type": "boolean",
        "description": "False leaves out what something else replaces, true everything else. What replaces it counts only where the policy does not pass it over (previews, holds, deferral)."
      },
      "postedWithin": {
        "type": "string",
        "description": "Only updates posted in this time before the question, as an ISO 8601 duration of one unit: P28D, P2W, P1M, P1Y or PT12H. Updates without a date are left out."
      },
      "minimumSize": {
        "type": "integer",
        "description": "Only updates whose files together have at least so many bytes; those of unknown size are left out."
      },
      "maximumSize": {
        "type": "integer",
        "description": "Only updates whose files together have at most so many bytes; those of unknown size are left out."
      },
      "required": {
        "type": "boolean",
        "description": "Only what an image needs: the one that is asked about, else at least one registered image."
      },
      "preview": {
        "type": "string",
        "choices": [
          "include",
          "exclude"
        ],
        "description": "Do previews compete? Default exclude."
      },
      "outOfBand": {
        "type": "string",
        "choices": [
          "include",
          "prefer-regular",
          "exclude"
        ],
        "description": "Do out-of-band updates compete? Default include."
      },
      "previous": {
        "type": "integer",
        "description": "So many cumulative updates back from the newest; 1 for a bad month."
      },
      "deferralDays": {
        "type": "integer",
        "description": "Days that an update must have been public."
      },
      "holds": {
        "type": "object",
        "list": true,
        "description": "KBs that are never chosen while the hold lasts."
      },
      "pins": {
        "type": "object",
        "list": true,
        "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts."
      },
      "maximumAgeDays": {
        "type": "integer",
        "description": "Warn when the chosen update is older than so many days."
      }
    }
  },
  "rule.evaluate": {
    "description": "What a rule would choose now, for one image or for every registered one. Nothing is changed.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the rule."
      },
      "image": {
        "type": "string",
        "description": "Name or id of a registered image; default all."
      },
      "asOf": {
        "type": "string",
        "description": "As of this date or time."
      },
      "explain": {
        "type": "boolean",
        "description": "Add every candidate with its decision."
      }
    }
  },
  "rule.list": {
    "description": "Lists rules, by name.",
    "members": {
      "name": {
        "type": "string",
        "description": "Wildcard (* and ?) on the name."
      }
    }
  },
  "rule.remove": {
    "description": "Removes a rule.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the rule."
      }
    }
  },
  "rule.set": {
    "description": "Changes members of a rule; lists are replaced as a whole.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the rule."
      },
      "newName": {
        "type": "string",
        "description": "Another name."
      },
      "description": {
        "type": "string",
        "description": "Remark."
      },
      "product": {
        "type": "string",
        "list": true,
        "description": "Names or GUIDs of products."
      },
      "family": {
        "type": "string",
        "list": true,
        "description": "For example Windows 11."
      },
      "release": {
        "type": "string",
        "list": true,
        "description": "For example 24H2."
      },
      "architecture": {
        "type": "string",
        "list": true,
        "choices": [
          "x86",
          "x64",
          "arm64"
        ],
        "description": "Architectures."
      },
      "kind": {
        "type": "string",
        "list": true,
        "choices": [
          "CumulativeUpdate",
          "CumulativeUpdatePreview",
          "DynamicCumulativeUpdate",
          "ServicingStackUpdate",
          "DotNetCumulativeUpdate",
          "DotNetCumulativeUpdatePreview",
          "SafeOSDynamicUpdate",
          "SetupDynamicUpdate",
          "DynamicUpdate",
          "MonthlyRollup",
          "MonthlyRollupPreview",
          "SecurityOnly",
          "SecurityUpdate",
          "EnablementPackage",
          "FeatureUpdate",
          "LanguagePack",
          "FeatureOnDemand",
          "Hotpatch",
          "Driver",
          "Definition",
          "Tool",
          "Other",
          "Unknown"
        ],
        "description": "Kinds. Default CumulativeUpdate."
      },
      "classification": {
        "type": "string",
        "list": true,
        "description": "Names or GUIDs of classifications."
      },
      "title": {
        "type": "string",
        "list": true,
        "description": "Wildcards (* and ?) on the title, any of several; one that begins with a minus excludes."
      },
      "articleId": {
        "type": "string",
        "list": true,
        "description": "Only these articles, with or without KB."
      },
      "severity": {
        "type": "string",
        "list": true,
        "description": "Severities, for example Critical."
      },
      "language": {
        "type": "string",
        "list": true,
        "description": "Languages, for example de-de; updates without a language always fit."
      },
      "superseded": {
        "type": "boolean",
        "description": "False leaves out what something else replaces, true everything else. What replaces it counts only where the policy does not pass it over (previews, holds, deferral)."
      },
      "postedWithin": {
        "type": "string",
        "description": "Only updates posted in this time before the question, as an ISO 8601 duration of one unit: P28D, P2W, P1M, P1Y or PT12H. Updates without a date are left out."
      },
      "minimumSize": {
        "type": "integer",
        "description": "Only updates whose files together have at least so many bytes; those of unknown size are left out."
      },
      "maximumSize": {
        "type": "integer",
        "description": "Only updates whose files together have at most so many bytes; those of unknown size are left out."
      },
      "required": {
        "type": "boolean",
        "description": "Only what an image needs: the one that is asked about, else at least one registered image."
      },
      "preview": {
        "type": "string",
        "choices": [
          "include",
          "exclude"
        ],
        "description": "Do previews compete? Default exclude."
      },
      "outOfBand": {
        "type": "string",
        "choices": [
          "include",
          "prefer-regular",
          "exclude"
        ],
        "description": "Do out-of-band updates compete? Default include."
      },
      "previous": {
        "type": "integer",
        "description": "So many cumulative updates back from the newest; 1 for a bad month."
      },
      "deferralDays": {
        "type": "integer",
        "description": "Days that an update must have been public."
      },
      "holds": {
        "type": "object",
        "list": true,
        "description": "KBs that are never chosen while the hold lasts."
      },
      "pins": {
        "type": "object",
        "list": true,
        "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts."
      },
      "maximumAgeDays": {
        "type": "integer",
        "description": "Warn when the chosen update is older than so many days."
      },
      "reset": {
        "type": "string",
        "list": true,
        "description": "Members to take out, so that they no longer restrict."
      }
    }
  },
  "rule.show": {
    "description": "Shows one rule.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the rule."
      }
    }
  },
  "run.list": {
    "description": "Lists runs.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name (wildcard) or id."
      },
      "scheduleId": {
        "type": "string",
        "description": ""
      },
      "status": {
        "type": "string",
        "choices": [
          "Pending",
          "Running",
          "Succeeded",
          "SucceededWithErrors",
          "Failed",
          "Canceled"
        ],
        "description": ""
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "run.show": {
    "description": "Shows a run.",
    "members": {
      "runId": {
        "type": "string",
        "required": true,
        "description": ""
      }
    }
  },
  "run.start": {
    "description": "Starts a run, of a schedule or of the members of one.",
    "members": {
      "scheduleId": {
        "type": "string",
        "description": "Run this schedule now."
      },
      "image": {
        "type": "string",
        "description": "Name or id of a registered image."
      },
      "updates": {
        "type": "string",
        "list": true,
        "description": "uniqueIds, KB articles or package files."
      },
      "latest": {
        "type": "boolean",
        "description": "Choose the latest cumulative update when the run starts."
      },
      "rule": {
        "type": "string",
        "description": "Name of a rule that chooses when the run starts."
      },
      "continueOnError": {
        "type": "boolean",
        "default": false,
        "description": "Go on after an update that failed."
      },
      "removeSupersededUpdates": {
        "type": "boolean",
        "default": false,
        "description": "Clean up with ResetBase, then export."
      },
      "cleanupWhenPending": {
        "type": "string",
        "choices": [
          "fail",
          "skip"
        ],
        "description": "What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors."
      },
      "languages": {
        "type": "string",
        "list": true,
        "description": "Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources."
      },
      "capabilities": {
        "type": "string",
        "list": true,
        "description": "Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0."
      },
      "capabilitySources": {
        "type": "string",
        "list": true,
        "description": "Folders or ISO images with language packs and features on demand of the release."
      },
      "features": {
        "type": "string",
        "list": true,
        "description": "Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5."
      },
      "featureSource": {
        "type": "string",
        "description": "Folder with the payload of features that the image does not hold: sources\\sxs of the media, for .NET Framework 3.5."
      },
      "driverFolder": {
        "type": "string",
        "description": "Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them."
      },
      "strict": {
        "type": "boolean",
        "description": "Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others."
      },
      "forceUnsigned": {
        "type": "boolean",
        "default": false,
        "description": "Drivers without a catalog file as well."
      },
      "includeDotNet": {
        "type": "boolean",
        "description": "Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so."
      },
      "includeWinRE": {
        "type": "boolean",
        "description": "Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings."
      },
      "includeBootImage": {
        "type": "boolean",
        "description": "Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows."
      },
      "includeSetup": {
        "type": "boolean",
        "description": "Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim."
      },
      "profile": {
        "type": "string",
        "choices": [
          "image",
          "upgrade-folder",
          "media"
        ],
        "description": "What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim)."
      },
      "updateBootManager": {
        "type": "string",
        "choices": [
          "2023"
        ],
        "description": "Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched."
      },
      "updateDistributionPoint": {
        "type": "boolean",
        "default": false,
        "description": "Send the new version to the distribution points."
      },
      "indexes": {
        "type": "integer",
        "list": true,
        "description": "Only these indexes; default all."
      },
      "wait": {
        "type": "boolean",
        "default": false,
        "description": "Follow the run to its end."
      },
      "timeout": {
        "type": "number",
        "description": "Seconds to wait at most."
      }
    }
  },
  "run.stop": {
    "description": "Cancels a run.",
    "members": {
      "runId": {
        "type": "string",
        "required": true,
        "description": ""
      },
      "wait": {
        "type": "boolean",
        "default": false,
        "description": "Wait until it has ended."
      },
      "timeout": {
        "type": "number",
        "description": "Seconds to wait at most."
      }
    }
  },
  "run.wait": {
    "description": "Follows a run to its end, or several at the same time.",
    "members": {
      "runId": {
        "type": "string",
        "required": true,
        "description": ""
      },
      "runIds": {
        "type": "string",
        "list": true,
        "description": "More runs, followed at the same time."
      },
      "timeout": {
        "type": "number",
        "description": "Seconds to wait at most."
      }
    }
  },
  "schedule.add": {
    "description": "Schedules updates for images, or maintenance: now, at one time, or again and again.",
    "members": {
      "updates": {
        "type": "string",
        "list": true,
        "description": "uniqueIds, KB articles or package files."
      },
      "latest": {
        "type": "boolean",
        "description": "Choose the latest cumulative update when the run starts."
      },
      "rule": {
        "type": "string",
        "description": "Name of a rule that chooses when the run starts."
      },
      "continueOnError": {
        "type": "boolean",
        "default": false,
        "description": "Go on after an update that failed."
      },
      "removeSupersededUpdates": {
        "type": "boolean",
        "default": false,
        "description": "Clean up with ResetBase, then export."
      },
      "cleanupWhenPending": {
        "type": "string",
        "choices": [
          "fail",
          "skip"
        ],
        "description": "What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors."
      },
      "languages": {
        "type": "string",
        "list": true,
        "description": "Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources."
      },
      "capabilities": {
        "type": "string",
        "list": true,
        "description": "Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0."
      },
      "capabilitySources": {
        "type": "string",
        "list": true,
        "description": "Folders or ISO images with language packs and features on demand of the release."
      },
      "features": {
        "type": "string",
        "list": true,
        "description": "Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5."
      },
      "featureSource": {
        "type": "string",
        "description": "Folder with the payload of features that the image does not hold: sources\\sxs of the media, for .NET Framework 3.5."
      },
      "driverFolder": {
        "type": "string",
        "description": "Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them."
      },
      "strict": {
        "type": "boolean",
        "description": "Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others."
      },
      "forceUnsigned": {
        "type": "boolean",
        "default": false,
        "description": "Drivers without a catalog file as well."
      },
      "includeDotNet": {
        "type": "boolean",
        "description": "Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so."
      },
      "includeWinRE": {
        "type": "boolean",
        "description": "Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings."
      },
      "includeBootImage": {
        "type": "boolean",
        "description": "Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows."
      },
      "includeSetup": {
        "type": "boolean",
        "description": "Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim."
      },
      "profile": {
        "type": "string",
        "choices": [
          "image",
          "upgrade-folder",
          "media"
        ],
        "description": "What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim)."
      },
      "updateBootManager": {
        "type": "string",
        "choices": [
          "2023"
        ],
        "description": "Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched."
      },
      "updateDistributionPoint": {
        "type": "boolean",
        "default": false,
        "description": "Send the new version to the distribution points."
      },
      "indexes": {
        "type": "integer",
        "list": true,
        "description": "Only these indexes; default all."
      },
      "image": {
        "type": "string",
        "list": true,
        "description": "Name, id or wildcard of registered images; several are one schedule. A wildcard is asked when a run starts."
      },
      "runNow": {
        "type": "boolean",
        "default": false,
        "description": "Run as soon as possible."
      },
      "at": {
        "type": "string",
        "description": "Date and time (RFC 3339)."
      },
      "name": {
        "type": "string",
        "description": "Name of the schedule."
      },
      "description": {
        "type": "string",
        "description": ""
      },
      "wait": {
        "type": "boolean",
        "default": false,
        "description": "Follow the run to its end."
      },
      "timeout": {
        "type": "number",
        "description": "Seconds to wait at most."
      },
      "schedule": {
        "type": "object",
        "description": "When it recurs, instead of at and runNow."
      },
      "syncBeforeRun": {
        "type": "boolean",
        "description": "Synchronise before a run that chooses its updates. Default: as the site is set."
      },
      "downloadContent": {
        "type": "boolean",
        "description": "Download what a run lacks before it begins. Default: as the site is set."
      },
      "enabled": {
        "type": "boolean",
        "default": true,
        "description": "False: suspended from the beginning."
      },
      "maintenance": {
        "type": "object",
        "description": "Instead of image: a schedule of kind Maintenance, and what it does."
      }
    }
  },
  "schedule.clear": {
    "description": "Removes schedules that are not running.",
    "members": {
      "scheduleId": {
        "type": "string",
        "description": "One schedule."
      },
      "image": {
        "type": "string",
        "description": "All schedules of this image."
      }
    }
  },
  "schedule.convert": {
    "description": "Reads a schedule string of Configuration Manager, or writes one: exactly one of scheduleString and schedules.",
    "members": {
      "scheduleString": {
        "type": "string",
        "description": "16 hexadecimal digits for each schedule, joined."
      },
      "schedules": {
        "type": "object",
        "list": true,
        "description": "Recurrences."
      }
    }
  },
  "schedule.list": {
    "description": "Lists schedules.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name (wildcard) or id of an image."
      },
      "state": {
        "type": "string",
        "choices": [
          "None",
          "Scheduled",
          "Running",
          "Succeeded",
          "Failed"
        ],
        "description": ""
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "schedule.preview": {
    "description": "Computes when a recurrence happens, without storing anything.",
    "members": {
      "schedule": {
        "type": "object",
        "required": true,
        "description": "When something happens: exactly one of once, daily, weekly, monthlyByDate, monthlyByWeekDay, patchTuesday, interval and cron, and what belongs to it."
      },
      "after": {
        "type": "string",
        "description": "Only occurrences later than this date or time (RFC 3339); default now."
      },
      "count": {
        "type": "integer",
        "default": 12,
        "description": "How many at most."
      },
      "estimateMinutes": {
        "type": "integer",
        "description": "How long a run takes: an occurrence for which the maintenance window is too short says so."
      }
    }
  },
  "schedule.set": {
    "description": "Changes a schedule; what is not named stays. Not while its run is not over.",
    "members": {
      "scheduleId": {
        "type": "string",
        "required": true,
        "description": "The schedule."
      },
      "name": {
        "type": "string",
        "description": "Name of the schedule."
      },
      "description": {
        "type": "string",
        "description": ""
      },
      "updates": {
        "type": "string",
        "list": true,
        "description": "uniqueIds, KB articles or package files, instead of what it takes now."
      },
      "latest": {
        "type": "boolean",
        "description": "Choose the latest cumulative update when the run starts, instead of what it takes now."
      },
      "rule": {
        "type": "string",
        "description": "Name of a rule that chooses when the run starts, instead of what it takes now."
      },
      "at": {
        "type": "string",
        "description": "Another date and time (RFC 3339), which must come; instead of when it runs now."
      },
      "schedule": {
        "type": "object",
        "description": "When it recurs, instead of when it runs now."
      },
      "enabled": {
        "type": "boolean",
        "description": "False suspends it; true resumes it, with the next time that comes."
      },
      "continueOnError": {
        "type": "boolean",
        "description": "Go on after an update that failed."
      },
      "removeSupersededUpdates": {
        "type": "boolean",
        "description": "Clean up with ResetBase, then export."
      },
      "cleanupWhenPending": {
        "type": "string",
        "choices": [
          "fail",
          "skip"
        ],
        "description": "What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors."
      },
      "languages": {
        "type": "string",
        "list": true,
        "description": "Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources."
      },
      "capabilities": {
        "type": "string",
        "list": true,
        "description": "Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0."
      },
      "capabilitySources": {
        "type": "string",
        "list": true,
        "description": "Folders or ISO images with language packs and features on demand of the release."
      },
      "features": {
        "type": "string",
        "list": true,
        "description": "Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5."
      },
      "featureSource": {
        "type": "string",
        "description": "Folder with the payload of features that the image does not hold: sources\\sxs of the media, for .NET Framework 3.5."
      },
      "driverFolder": {
        "type": "string",
        "description": "Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them."
      },
      "strict": {
        "type": "boolean",
        "description": "Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others."
      },
      "forceUnsigned": {
        "type": "boolean",
        "description": "Drivers without a catalog file as well."
      },
      "includeDotNet": {
        "type": "boolean",
        "description": "Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so."
      },
      "includeWinRE": {
        "type": "boolean",
        "description": "Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings."
      },
      "includeBootImage": {
        "type": "boolean",
        "description": "Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows."
      },
      "includeSetup": {
        "type": "boolean",
        "description": "Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim."
      },
      "profile": {
        "type": "string",
        "choices": [
          "image",
          "upgrade-folder",
          "media"
        ],
        "description": "What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim)."
      },
      "updateBootManager": {
        "type": "string",
        "choices": [
          "2023"
        ],
        "description": "Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched."
      },
      "updateDistributionPoint": {
        "type": "boolean",
        "description": "Send the new version to the distribution points."
      },
      "indexes": {
        "type": "integer",
        "list": true,
        "description": "Only these indexes; none is all."
      },
      "syncBeforeRun": {
        "type": "boolean",
        "description": "Synchronise before a run that chooses its updates. Default: as the site is set."
      },
      "downloadContent": {
        "type": "boolean",
        "description": "Download what a run lacks before it begins. Default: as the site is set."
      },
      "reset": {
        "type": "string",
        "list": true,
        "choices": [
          "cleanupWhenPending",
          "downloadContent",
          "driverFolder",
          "featureSource",
          "includeDotNet",
          "syncBeforeRun",
          "updateBootManager"
        ],
        "description": "Members that are as if nobody had named them."
      },
      "maintenance": {
        "type": "object",
        "description": "Of a schedule of kind Maintenance: what it does, instead of what it does now."
      }
    }
  },
  "schedule.show": {
    "description": "Shows a schedule.",
    "members": {
      "scheduleId": {
        "type": "string",
        "required": true,
        "description": ""
      },
      "next": {
        "type": "integer",
        "default": 0,
        "description": "So many of its next occurrences are listed."
      }
    }
  },
  "schema.show": {
    "description": "Prints a schema of this contract.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "For example update.list.request."
      }
    }
  },
  "servicing.repair": {
    "description": "Finds and mends what an interrupted run left behind.",
    "members": {
      "force": {
        "type": "boolean",
        "default": false,
        "description": "Also when the owner of a lock cannot be checked (another machine)."
      }
    }
  },
  "site.set": {
    "description": "Changes the configuration of the site. Members that are absent stay as they are.",
    "members": {
      "servicingDrive": {
        "type": "string",
        "description": "Drive (Windows) or folder (elsewhere) where images are worked on; Automatic chooses the one with most free space."
      },
      "minimumFreeSpace": {
        "type": "integer",
        "description": "Bytes that must be free on the servicing drive; 0 = computed from image, mount, packages and export."
      },
      "retainVersion": {
        "type": "integer",
        "description": "How many earlier versions of an image are kept."
      },
      "retainDays": {
        "type": "integer",
        "description": "Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays."
      },
      "retainBytes": {
        "type": "integer",
        "description": "Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays."
      },
      "dism": {
        "type": "string",
        "list": true,
        "description": "The servicing tool: program and leading arguments."
      },
      "maximumConcurrency": {
        "type": "integer",
        "description": "Images serviced at the same time on one machine, where its memory and its disk hold them."
      },
      "memoryPerRun": {
        "type": "integer",
        "description": "Bytes of memory that a run takes: another one begins only where they are there; 0 = 4 GiB, or 256 MiB in a rehearsal."
      },
      "downloadContent": {
        "type": "boolean",
        "description": "A run that lacks content downloads it first."
      },
      "maximumDownloads": {
        "type": "integer",
        "description": "Files that are downloaded at the same time."
      },
      "bandwidthLimit": {
        "type": "integer",
        "description": "Bytes per second that all downloads of a process take together; 0 = no limit."
      },
      "bandwidthWindow": {
        "type": "string",
        "description": "When the limit holds, by the clock of this machine, for example 08:00-18:00; empty = all day."
      },
      "proxy": {
        "type": "string",
        "description": "URL of the proxy for downloads; none = directly; empty = as the environment says. A password in it is never shown."
      },
      "contentBaseUrls": {
        "type": "string",
        "list": true,
        "description": "Mirrors or connected caches that are asked first: a beginning that the path of the original address is put behind, or a rule with {host}, {path}, {query}, {name}, {sha1}, {sha256}."
      },
      "contentHosts": {
        "type": "string",
        "list": true,
        "description": "Hosts that a download may be redirected to, for example cache.example.com, cache.example.com:8080 or *.example.com."
      },
      "contentBudget": {
        "type": "integer",
        "description": "Bytes that the content library may take; 0 = no limit."
      },
      "syncBeforeRun": {
        "type": "boolean",
        "description": "A due run that chooses its updates synchronises first, where there are sources."
      }
    }
  },
  "site.show": {
    "description": "Shows the configuration of the site.",
    "members": {}
  },
  "source.add": {
    "description": "Adds a source of updates.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the source."
      },
      "type": {
        "type": "string",
        "required": true,
        "description": "Kind of the source: server, catalog-site, folder, wsus, configmgr, wsusscn2 or bundle."
      },
      "url": {
        "type": "string",
        "description": "Address, for kinds that have one. Plain http is used only where it stands here."
      },
      "path": {
        "type": "string",
        "description": "Folder or file, for kinds that read one."
      },
      "settings": {
        "type": "object",
        "description": "Further settings of the kind; the schema source.<type>.settings names them."
      },
      "position": {
        "type": "integer",
        "description": "Place in the order of the sources, from 1; the first that knows a fact is believed. Left out: behind the others."
      },
      "enabled": {
        "type": "boolean",
        "default": true,
        "description": "False leaves the source out of a sync that names none."
      }
    }
  },
  "source.list": {
    "description": "Lists the sources of updates in their order.",
    "members": {
      "name": {
        "type": "string",
        "description": "Wildcard (* and ?) on the name."
      }
    }
  },
  "source.remove": {
    "description": "Removes a source. What it told stays in the catalog. Of the source import, which is what files brought, the same: until the next import nobody is named for it.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the source."
      }
    }
  },
  "source.set": {
    "description": "Changes a source; what is not named stays.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the source."
      },
      "newName": {
        "type": "string",
        "description": "Another name."
      },
      "url": {
        "type": "string",
        "description": "Address, for kinds that have one. Plain http is used only where it stands here."
      },
      "path": {
        "type": "string",
        "description": "Folder or file, for kinds that read one."
      },
      "settings": {
        "type": "object",
        "description": "Further settings of the kind; the schema source.<type>.settings names them."
      },
      "position": {
        "type": "integer",
        "description": "Place in the order of the sources, from 1."
      },
      "enabled": {
        "type": "boolean",
        "description": "False leaves the source out of a sync that names none."
      }
    }
  },
  "source.show": {
    "description": "Shows one source.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the source."
      }
    }
  },
  "source.test": {
    "description": "Tries a source: reaches it, and reads as much as costs little.",
    "members": {
      "name": {
        "type": "string",
        "required": true,
        "description": "Name of the source."
      }
    }
  },
  "sync.list": {
    "description": "Lists synchronisations, newest first.",
    "members": {
      "source": {
        "type": "string",
        "list": true,
        "description": "Names of sources, with wildcards."
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "sync.show": {
    "description": "Shows what came with a synchronisation, or with all since a moment.",
    "members": {
      "syncId": {
        "type": "string",
        "description": "Id; left out: all synchronisations since `since`."
      },
      "since": {
        "type": "string",
        "description": "RFC 3339; updates that came, changed or were withdrawn later. Default: a month ago."
      },
      "image": {
        "type": "string",
        "list": true,
        "description": "Only what these registered images need: names, ids and wildcards; * is all of them."
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": "Changes that are listed, newest first; all are counted."
      }
    }
  },
  "task.list": {
    "description": "Lists the tasks that start workers for this site.",
    "members": {
      "name": {
        "type": "string",
        "description": "Names, with the wildcards * and ?."
      }
    }
  },
  "task.register": {
    "description": "Has the system start workers for this site, or keep a distribution point served: Windows Task Scheduler, or a timer of systemd. Registered again, the same task is changed.",
    "members": {
      "name": {
        "type": "string",
        "description": "Name of the task. Default: ImgUpdate, or ImgUpdate-serve- and the name of the distribution point."
      },
      "account": {
        "type": "string",
        "description": "Windows: account that the worker runs as, without a password: SYSTEM, a group managed service account (its name ends with $), or a user, who then reaches no other machine. systemd, scope System: the user of the service."
      },
      "scope": {
        "type": "string",
        "choices": [
          "System",
          "User"
        ],
        "description": "systemd: System for the machine (needs root), User for this user. Default: what this user may do."
      },
      "repetitionMinutes": {
        "type": "integer",
        "default": 5,
        "description": "Minutes between two looks at what is due, or whether what is to be served still is. An occurrence is missed after ten."
      },
      "wakeComputer": {
        "type": "boolean",
        "default": true,
        "description": "Wake the computer when a schedule is due."
      },
      "serve": {
        "type": "string",
        "description": "Name of a distribution point of the kind http that is kept served instead: started with the computer, and again when it ended."
      },
      "token": {
        "type": "object",
        "description": "With serve: bearer token that clients must send, instead of that of the distribution point: the name of a secret of SecretManagement that the account of the task can read, or of an environment variable of the task, which has none of yours. The token itself is stored nowhere."
      }
    }
  },
  "task.unregister": {
    "description": "Removes a task that starts workers. A worker that runs goes on.",
    "members": {
      "name": {
        "type": "string",
        "default": "ImgUpdate",
        "description": "Name of the task."
      }
    }
  },
  "trust.show": {
    "description": "Reads which authority signed the boot files of an image, of an ISO image or of media, and which machines they start on.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image; of an upgrade package all of its media is looked at, unless an index is named."
      },
      "path": {
        "type": "string",
        "description": "An image file, an ISO image, or a folder with Windows media."
      },
      "index": {
        "type": "integer",
        "description": "Only this index of an image file."
      },
      "minimums": {
        "type": "string",
        "description": "A file with a newer table of minimums (schema boot-minimums)."
      }
    }
  },
  "update.classify": {
    "description": "Parses titles, without the catalog.",
    "members": {
      "titles": {
        "type": "string",
        "list": true,
        "required": true,
        "description": "Titles to understand."
      },
      "products": {
        "type": "string",
        "list": true,
        "description": "Products that all of them have."
      }
    }
  },
  "update.decline": {
    "description": "Declines updates, by id or by rule of hygiene, or takes that back.",
    "members": {
      "uniqueId": {
        "type": "string",
        "list": true,
        "description": "Updates to decline."
      },
      "rule": {
        "type": "string",
        "list": true,
        "choices": [
          "superseded",
          "expired",
          "itanium",
          "arm",
          "beta",
          "preview",
          "unused-release"
        ],
        "description": "Which updates are declined by rule; unused-release: of releases that no registered image has."
      },
      "undo": {
        "type": "boolean",
        "default": false,
        "description": "Take the decline of the updates in uniqueId back."
      }
    }
  },
  "update.import": {
    "description": "Imports updates into the catalog. .gz is expanded.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "File to import; - reads standard input (command line only)."
      },
      "format": {
        "type": "string",
        "choices": [
          "imgupdate",
          "wsus-export"
        ],
        "default": "imgupdate",
        "description": "Form of the file."
      }
    }
  },
  "update.install": {
    "description": "Installs software updates on this computer, as the task sequence step does: scan, install, restart and scan again, until nothing is left. Called again after a restart, it goes on. A dry run scans and installs nothing.",
    "members": {
      "target": {
        "type": "string",
        "choices": [
          "All",
          "Mandatory"
        ],
        "default": "All",
        "description": "All: what the update server offers; Mandatory: without updates that are optional (SMSInstallUpdateTarget)."
      },
      "cachedScan": {
        "type": "boolean",
        "default": true,
        "description": "Every scan but the first evaluates cached scan results."
      },
      "acceptLicenseTerms": {
        "type": "boolean",
        "default": false,
        "description": "Accepts the licence terms of updates; without it, an update that has some is skipped."
      },
      "restart": {
        "type": "boolean",
        "default": false,
        "description": "Restarts the computer where an update asks for it; without it, the answer is RestartRequired."
      },
      "scanTimeout": {
        "type": "integer",
        "default": 3600,
        "description": "Seconds that a scan may take (SMSTSSoftwareUpdateScanTimeout)."
      },
      "locationTimeout": {
        "type": "integer",
        "default": 3600,
        "description": "Seconds until the content must be located."
      },
      "downloadTimeout": {
        "type": "integer",
        "default": 3600,
        "description": "Seconds that the content of one update may take."
      },
      "inactivePointTimeout": {
        "type": "integer",
        "default": 3600,
        "description": "Seconds that the place of the content may send nothing."
      },
      "inactivityTimeout": {
        "type": "integer",
        "default": 28800,
        "description": "Seconds in which an installation may not move."
      },
      "secondRestartWait": {
        "type": "integer",
        "default": 0,
        "description": "Seconds to wait after a restart, because an update may restart twice (SMSTSWaitForSecondReboot)."
      },
      "retryCount": {
        "type": "integer",
        "default": 2,
        "description": "Unexpected restarts after which the step begins again."
      },
      "maximumRounds": {
        "type": "integer",
        "default": 10,
        "description": "Rounds after which updates that come back are a failure."
      }
    }
  },
  "update.list": {
    "description": "Lists updates, or chooses the latest of each line.",
    "members": {
      "name": {
        "type": "string",
        "description": "Wildcard (* and ?) on the title, without regard to case."
      },
      "articleId": {
        "type": "string",
        "list": true,
        "description": "Articles, with or without KB; * and ? are wildcards."
      },
      "uniqueId": {
        "type": "string",
        "list": true,
        "description": "Identities."
      },
      "product": {
        "type": "string",
        "list": true,
        "description": "Names or GUIDs of products."
      },
      "family": {
        "type": "string",
        "description": "For example Windows 11."
      },
      "release": {
        "type": "string",
        "description": "For example 24H2."
      },
      "version": {
        "type": "string",
        "description": "The same as release."
      },
      "architecture": {
        "type": "string",
        "choices": [
          "x86",
          "x64",
          "arm64"
        ],
        "description": "Processor architecture."
      },
      "kind": {
        "type": "string",
        "choices": [
          "CumulativeUpdate",
          "CumulativeUpdatePreview",
          "DynamicCumulativeUpdate",
          "ServicingStackUpdate",
          "DotNetCumulativeUpdate",
          "DotNetCumulativeUpdatePreview",
          "SafeOSDynamicUpdate",
          "SetupDynamicUpdate",
          "DynamicUpdate",
          "MonthlyRollup",
          "MonthlyRollupPreview",
          "SecurityOnly",
          "SecurityUpdate",
          "EnablementPackage",
          "FeatureUpdate",
          "LanguagePack",
          "FeatureOnDemand",
          "Hotpatch",
          "Driver",
          "Definition",
          "Tool",
          "Other",
          "Unknown"
        ],
        "description": "Kind of an update."
      },
      "classification": {
        "type": "string",
        "description": "Name or GUID."
      },
      "category": {
        "type": "string",
        "list": true,
        "description": "Names or GUIDs of products, families or classifications; an update that has one of them fits."
      },
      "severity": {
        "type": "string",
        "list": true,
        "description": "Severities, for example Critical; None means that the source gives none."
      },
      "postedAfter": {
        "type": "string",
        "description": "Posted at or after this date or time (RFC 3339, UTC)."
      },
      "postedBefore": {
        "type": "string",
        "description": "Posted before this date or time."
      },
      "superseded": {
        "type": "boolean",
        "description": "Only superseded (true) or only others (false)."
      },
      "expired": {
        "type": "boolean",
        "description": "Only expired, or only others."
      },
      "hidden": {
        "type": "boolean",
        "description": "Only hidden, or only others."
      },
      "provisioned": {
        "type": "boolean",
        "description": "Only with verified content, or only without."
      },
      "offlineServiceable": {
        "type": "boolean",
        "description": "Only those that DISM can apply offline, or only others."
      },
      "deployed": {
        "type": "boolean",
        "description": "Only what a schedule that waits or runs names, or what a registered image has; or only the others. What a rule will choose is not known before its run."
      },
      "asOf": {
        "type": "string",
        "description": "The catalog as it was at this date or time."
      },
      "latest": {
        "type": "boolean",
        "description": "One update per line."
      },
      "previous": {
        "type": "integer",
        "description": "With latest: so many back."
      },
      "preview": {
        "type": "string",
        "choices": [
          "include",
          "exclude"
        ],
        "description": "Do previews compete? Default exclude."
      },
      "outOfBand": {
        "type": "string",
        "choices": [
          "include",
          "prefer-regular",
          "exclude"
        ],
        "description": "Do out-of-band updates compete? Default include."
      },
      "deferralDays": {
        "type": "integer",
        "description": "Days that an update must have been public."
      },
      "holds": {
        "type": "object",
        "list": true,
        "description": "KBs that are never chosen while the hold lasts."
      },
      "pins": {
        "type": "object",
        "list": true,
        "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts."
      },
      "maximumAgeDays": {
        "type": "integer",
        "description": "Warn when the chosen update is older than so many days."
      },
      "rule": {
        "type": "string",
        "description": "With latest: name of a rule; members of the request outrank its own."
      },
      "applicableTo": {
        "type": "string",
        "description": "Name or id of a registered image, or a file: only what fits it."
      },
      "index": {
        "type": "integer",
        "description": "Index of that image; default all."
      },
      "explain": {
        "type": "boolean",
        "description": "Add every candidate with its decision."
      },
      "whyNot": {
        "type": "string",
        "description": "With latest: why was this update (KB or uniqueId) not chosen?"
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": "At most so many."
      },
      "after": {
        "type": "string",
        "description": "Cursor of the list before."
      }
    }
  },
  "update.recommend": {
    "description": "The updates that an image should get, in the order of their application.",
    "members": {
      "image": {
        "type": "string",
        "description": "Name or id of a registered image."
      },
      "path": {
        "type": "string",
        "description": "An image file."
      },
      "index": {
        "type": "integer",
        "description": "Index of the image; default all."
      },
      "rule": {
        "type": "string",
        "description": "Name of a rule; members of the request outrank its own."
      },
      "preview": {
        "type": "string",
        "choices": [
          "include",
          "exclude"
        ],
        "description": "Do previews compete? Default exclude."
      },
      "outOfBand": {
        "type": "string",
        "choices": [
          "include",
          "prefer-regular",
          "exclude"
        ],
        "description": "Do out-of-band updates compete? Default include."
      },
      "previous": {
        "type": "integer",
        "description": "So many cumulative updates back from the newest; 1 for a bad month."
      },
      "deferralDays": {
        "type": "integer",
        "description": "Days that an update must have been public."
      },
      "holds": {
        "type": "object",
        "list": true,
        "description": "KBs that are never chosen while the hold lasts."
      },
      "pins": {
        "type": "object",
        "list": true,
        "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts."
      },
      "maximumAgeDays": {
        "type": "integer",
        "description": "Warn when the chosen update is older than so many days."
      },
      "role": {
        "type": "string",
        "list": true,
        "choices": [
          "ServicingStackUpdate",
          "Checkpoint",
          "CumulativeUpdate",
          "EnablementPackage",
          "DotNetCumulativeUpdate",
          "SafeOSDynamicUpdate",
          "SetupDynamicUpdate"
        ],
        "description": "Only these roles; default all but the enablement package."
      },
      "enablement": {
        "type": "string",
        "description": "Release that an enablement package shall switch on, for example 25H2."
      },
      "asOf": {
        "type": "string",
        "description": "The catalog as it was at this date or time."
      },
      "explain": {
        "type": "boolean",
        "description": "Add every candidate with its decision."
      }
    }
  },
  "update.set": {
    "description": "Hides an update or adds a remark.",
    "members": {
      "id": {
        "type": "string",
        "required": true,
        "description": "uniqueId or KB."
      },
      "hidden": {
        "type": "boolean",
        "description": "Hidden updates are not chosen and not listed by default filters."
      },
      "note": {
        "type": "string",
        "description": "Remark; empty removes it."
      }
    }
  },
  "update.show": {
    "description": "Shows one update.",
    "members": {
      "id": {
        "type": "string",
        "required": true,
        "description": "uniqueId or KB."
      }
    }
  },
  "update.sync": {
    "description": "Brings in what the sources tell that is new.",
    "members": {
      "source": {
        "type": "string",
        "list": true,
        "description": "Names of sources, with wildcards. Default: all that are enabled, in their order."
      },
      "articleId": {
        "type": "string",
        "list": true,
        "description": "Only these articles, with or without KB, from sources that can be asked for one."
      },
      "full": {
        "type": "boolean",
        "default": false,
        "description": "Asks for everything again instead of what is new."
      }
    }
  },
  "upgrade-package.add": {
    "description": "Registers an upgrade package. An ISO image is taken out to a folder first, an install.esd is converted.",
    "members": {
      "path": {
        "type": "string",
        "required": true,
        "description": "Folder with setup.exe and sources\\install.wim (or install.esd), or an ISO image of Windows media, which stays untouched."
      },
      "name": {
        "type": "string",
        "description": "Name in the library; one line. Default: the name of the folder."
      },
      "version": {
        "type": "string",
        "description": "Version of the administrator."
      },
      "description": {
        "type": "string",
        "description": "Remark."
      },
      "acceptEula": {
        "type": "boolean",
        "default": false,
        "description": "The licence terms of the image were read and accepted."
      },
      "index": {
        "type": "integer",
        "description": "Keep only this index in sources\\install.wim. The file as it was is kept as the version before."
      },
      "to": {
        "type": "string",
        "description": "With an ISO image: the new folder, which must not exist. Default: beside the ISO image, with its name."
      }
    }
  },
  "upgrade-package.list": {
    "description": "Lists the registered upgrade packages.",
    "members": {
      "name": {
        "type": "string",
        "description": "Wildcard on the name."
      },
      "id": {
        "type": "string",
        "list": true,
        "description": ""
      },
      "limit": {
        "type": "integer",
        "default": 500,
        "description": ""
      },
      "after": {
        "type": "string",
        "description": ""
      }
    }
  },
  "upgrade-package.remove": {
    "description": "Takes an upgrade package out of the library. Its folder stays.",
    "members": {
      "upgradePackage": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      }
    }
  },
  "upgrade-package.set": {
    "description": "Changes what the library says of an upgrade package.",
    "members": {
      "upgradePackage": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      },
      "name": {
        "type": "string",
        "description": "New name."
      },
      "path": {
        "type": "string",
        "description": "New place of the same folder."
      },
      "version": {
        "type": "string",
        "description": ""
      },
      "description": {
        "type": "string",
        "description": ""
      },
      "retainVersion": {
        "type": "integer",
        "description": "How many earlier versions of this package are kept, whatever the site says."
      },
      "retainDays": {
        "type": "integer",
        "description": "Days that an earlier version of this package is kept after another one took its place, whatever the site says; 0 = however long. The version before the current one stays."
      },
      "retainBytes": {
        "type": "integer",
        "description": "Bytes that the earlier versions of this package may take on disk, whatever the site says; the oldest go first. 0 = however many. The version before the current one stays."
      },
      "retainAsSite": {
        "type": "boolean",
        "description": "Takes what was said of this package alone away, before the other members: its versions are kept as the site is set."
      }
    }
  },
  "upgrade-package.show": {
    "description": "Shows an upgrade package.",
    "members": {
      "upgradePackage": {
        "type": "string",
        "required": true,
        "description": "Name or id."
      }
    }
  },
  "worker.run": {
    "description": "Recovers what was interrupted and runs what is due.",
    "members": {
      "once": {
        "type": "boolean",
        "default": false,
        "description": "End when nothing is due."
      }
    }
  }
};
