; The installer: for one person, without an administrator. Made by packaging/editions.py, which gives
;   VERSION (1.2.3)  VERSION4 (1.2.3.0)  FOLDER (the built program)  SIZE (KB of it)  ICON  OUTPUT
; Silent: /S, /D=FOLDER last; the uninstaller: /S, and /DELETEDATA=1 to take the person's desk away too.
; Exit codes: 0 done, 1 stopped by the person, 2 not finished, 3 refused because the program is running.
Unicode true
ManifestDPIAware true
!ifdef QUICK ; for checks: packed in seconds, and larger
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64 ; MB: libraries that Qt and Python both bring are packed once
!endif
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

!define NAME "altdesk"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define MUTEX "altdesk-is-running" ; altdesk/running.py holds it
!define DATA "$LOCALAPPDATA\${NAME}"
!define RUNNING 3

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
SpaceTexts none

VIProductVersion "${VERSION4}"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME} ${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "Тілді таңдаңыз · Выберите язык · Choose a language"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!define MUI_FINISHPAGE_RUN "$INSTDIR\altdesk.exe"
!define MUI_COMPONENTSPAGE_SMALLDESC

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGEEX "languages" "Kazakh"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "English"
!include "languages\texts.nsh"
!insertmacro MUI_RESERVEFILE_LANGDLL

; Refuses while the program runs, here (its mutex) or where somebody else holds its file.
!macro ONLY_WHEN_CLOSED
  ${Do}
    StrCpy $1 ""
    System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .r0'
    ${If} $0 P<> 0
      System::Call 'kernel32::CloseHandle(p r0)'
      StrCpy $1 "running"
    ${ElseIf} ${FileExists} "$INSTDIR\altdesk.exe"
      ClearErrors
      FileOpen $0 "$INSTDIR\altdesk.exe" a
      ${If} ${Errors}
        StrCpy $1 "running"
      ${Else}
        FileClose $0
      ${EndIf}
    ${EndIf}
    ${If} $1 == ""
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(TEXT_RUNNING)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel ${RUNNING}
    Quit
  ${Loop}
!macroend

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
  !insertmacro ONLY_WHEN_CLOSED
FunctionEnd

Section
  SetShellVarContext current
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal" ; of the version before; a folder "data" beside it stays
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\altdesk.exe" "" "$INSTDIR\altdesk.exe" 0
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\altdesk.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "un.$(TEXT_PROGRAM)" PROGRAM
  SectionIn RO
  SetShellVarContext current
  Delete "$SMPROGRAMS\${NAME}.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\altdesk.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nothing else lies in it
  DeleteRegKey HKCU "${KEY}"
SectionEnd

Section /o "un.$(TEXT_DATA)" DESK
  RMDir /r "${DATA}"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM} "$(TEXT_PROGRAM_MORE)"
  !insertmacro MUI_DESCRIPTION_TEXT ${DESK} "$(TEXT_DATA_MORE)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  !insertmacro ONLY_WHEN_CLOSED
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DELETEDATA=" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 == "1"
    SectionSetFlags ${DESK} ${SF_SELECTED}
  ${EndIf}
FunctionEnd
